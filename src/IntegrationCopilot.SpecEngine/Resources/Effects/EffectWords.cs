using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What verbs do. A star marks those that are as often nouns; a slash gives the noun that means the doing.</summary>
internal static class EffectWords
{
    private const string Dangerous =
        "disable deactivate/deactivation suspend/suspension revoke/revocation reset* purge prune flush truncate/truncation wipe erase/erasure drop* "
        + "destroy/destruction expunge "
        + "shutdown poweroff halt* kill terminate/termination logout logoff signout signoff leave* regenerate/regeneration reimage invalidate/invalidation "
        + "expire/expiration deauthorize deauthorise deauth "
        + "unauthorize uninstall/uninstallation ban* kick* evict/eviction decommission deprovision compact*/compaction defragment/defragmentation defrag "
        + "reformat rebuild* rollback failover demote/demotion overwrite "
        + "clear* empty* nuke obliterate sanitize anonymize anonymise factoryreset resetall deleteall removeall purgeall clearall forget downgrade";

    private const string Deletes =
        "delete/deletion del* remove/removal rm unassign unfollow unsubscribe/unsubscription untag unlink detach/detachment unlike unstar unfavorite "
        + "unfavourite unregister deregister/deregistration "
        + "disassociate/disassociation dissociate discard trash* destroyitem optout bulkdelete batchdelete uninvite unenroll unbookmark undeploy unload";

    private const string Changes =
        "update/updation edit* set* replace/replacement patch* rename move* enable/enablement activate/activation start* stop* pause* resume* restart "
        + "reboot lock* unlock approve/approval reject/rejection cancel/cancellation void* "
        + "capture* confirm/confirmation close* archive*/archival publish/publication attach/attachment merge* transfer* renew/renewal retry* resend "
        + "refresh* resize apply change* modify/modification put* mark* "
        + "accept/acceptance decline* deny complete*/completion finish* reopen unarchive restore/restoration revert undelete release* assign/assignment "
        + "associate*/association link* reactivate/reactivation unsuspend "
        + "configure save* upsert reorder* toggle* increment* decrement* adjust bind* unbind connect disconnect/disconnection promote/promotion claim* "
        + "acknowledge ack* snooze mute unmute hide unhide pin* star* like* vote* "
        + "rate* join* migrate/migration upgrade* extend finalize finalise settle reconcile redeem/redemption sync* synchronize synchronise reindex reload "
        + "execute/execution run* swap* switch* reassign share* unshare grant* "
        + "authorize authorise commit* deliver fulfill fulfil ship* return* unblock block* unpublish freeze unfreeze abort/abortion interrupt unban unpin "
        + "flag* unflag "
        + "fail end* fix* calibrate vmtransfer rotate/rotation answer* react process* handle* manage push* pull* install/installation reserve* unreserve "
        + "escalate ignore skip* requeue requeueall rerun replay* rewind "
        + "changepassword checkin checkout* optin turnon turnoff switchon switchoff withdraw write swapface interact test* touch* verifycode notify resolve "
        + "decide annotate/annotation insertorupdate createorupdate";

    private const string Creates =
        "create/creation add new* insert register/registration upload* import* send post* invite*/invitation* issue* book* order* pay* refund* copy* "
        + "clone* duplicate* generate/generation deploy*/deployment* build* sign* follow* make* "
        + "submit/submission* signup enqueue schedule* request* append fork* charge* provision launch* allocate/allocation record* log* track* dispatch init "
        + "initiate initialize initialise begin open* purchase* buy* place* "
        + "donate enroll enrol instantiate spawn snapshot* backup* store* ingest produce collect* emit broadcast* publishmessage upsertmany credit* debit* "
        + "mint bookmark* favorite* favourite* crawl* train* scan* trigger* respond reply* comment* contact* subscribe/subscription* report* convertto "
        + "authenticate/authentication login* signin";

    private const string Safe =
        "get list* search* query* find lookup* preview* validate/validation verify/verification* check* wrapkey unwrapkey lemmatize estimate*/estimation "
        + "calculate/calculation quote* evaluate/evaluation simulate/simulation translate/translation parse count* export* "
        + "introspect/introspection retrieve fetch read* describe show* view* browse scan* select* filter* compare/comparison suggest/suggestion "
        + "autocomplete explain head* compute* predict/prediction classify/classification analyze/analysis analyse "
        + "detect/detection recognize recognise geocode decode encode hash* format* diff* inspect/inspection rank* recommend/recommendation score* download* "
        + "echo* ping* poll* peek* exists dryrun tokenize summarize "
        + "encrypt decrypt typeahead distance* range* batchget batchgetitem mget multiget listall getall searchall render embed lint stat stats "
        + "aggregate* histogram* whoami ocr enumerate obtain display";

    private static readonly FrozenDictionary<string, Verb> Verbs = Build();

    /// <summary>Particles that make one verb with the word before: <c>log out</c>, <c>shut-down</c>.</summary>
    private static readonly FrozenSet<string> Phrasal = FrozenSet.Create(StringComparer.Ordinal,
        "logout", "logoff", "login", "signout", "signoff", "signin", "signup", "shutdown", "poweroff", "rollback", "failover", "optout", "optin", "turnon",
        "turnoff", "switchon", "switchoff", "checkin", "checkout", "lookup", "dryrun");

    /// <summary>Verbs that are found also where they are grown together with what they are done to: <c>deleterange</c>.</summary>
    private static readonly string[] Prefixes =
        ["delete", "remove", "create", "update", "disable", "enable", "revoke", "cancel", "reset", "activate", "deactivate", "restore", "upload", "unlock",
            "approve", "send", "change", "insert", "rename", "forgot", "get", "edit", "modify", "batchdelete", "bulkdelete"];

    private static readonly FrozenSet<string> Endings = FrozenSet.Create(StringComparer.Ordinal,
        "r", "rs", "er", "ers", "or", "ors", "d", "ed", "s", "ing", "ings", "ion", "ions", "able", "al", "als", "ment", "ments", "ive", "way", "ways", "ling",
        "lation", "lations", "grid", "ted", "ty");

    public static bool TryGet(string word, out Verb verb) => Verbs.TryGetValue(word, out verb) || TryGetPrefixed(word, out verb);

    /// <summary><c>unmerge</c> and <c>reinstall</c> do what their verb does, again or back.</summary>
    private static bool TryGetPrefixed(string word, out Verb verb)
    {
        verb = default;
        if (word.Length < 7 || !(word.StartsWith("un", StringComparison.Ordinal) || word.StartsWith("re", StringComparison.Ordinal))) return false;
        if (!Verbs.TryGetValue(word[2..], out var plain) || plain.IsSafe || plain.Form == VerbForm.Noun) return false;
        verb = plain with { Stem = word[..2] + plain.Stem, Effect = word[0] == 'u'
            || plain.Effect == OperationEffect.Creates ? OperationEffect.Changes : plain.Effect, MayBeNoun = false };
        return true;
    }

    /// <summary>The verb with which a word begins that is none itself.</summary>
    public static bool TryGetWithin(string word, out Verb verb)
    {
        verb = default;
        if (word.Length < 6) return false;
        foreach (var prefix in Prefixes)
        {
            if (!word.StartsWith(prefix, StringComparison.Ordinal) || Endings.Contains(word[prefix.Length..])) continue;
            if (!Verbs.TryGetValue(prefix == "forgot" ? "send" : prefix, out verb)) continue;
            verb = VerbContext.With(verb, [word[prefix.Length..]]);
            return true;
        }
        return false;
    }

    /// <summary>The words of a name, phrasal verbs as one word.</summary>
    public static List<string> WordsOf(ReadOnlySpan<char> name)
    {
        var words = Words.Of(name);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var again = words[i] == "re" && Verbs.ContainsKey(words[i] + words[i + 1]);
            if (!again && (words[i + 1].Length > 4 || words[i].Length > 7 || !Phrasal.Contains(words[i] + words[i + 1]))) continue;
            words[i] += words[i + 1];
            words.RemoveAt(i + 1);
        }
        return words;
    }

    private static FrozenDictionary<string, Verb> Build()
    {
        Dictionary<string, Verb> verbs = new(StringComparer.Ordinal);
        Add(verbs, Dangerous, OperationEffect.Dangerous);
        Add(verbs, Deletes, OperationEffect.Deletes);
        Add(verbs, Changes, OperationEffect.Changes);
        Add(verbs, Creates, OperationEffect.Creates);
        Add(verbs, Safe, OperationEffect.Safe);
        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, Verb> verbs, string list, OperationEffect effect)
    {
        foreach (var entry in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var slash = entry.IndexOf('/', StringComparison.Ordinal);
            var written = slash < 0 ? entry : entry[..slash];
            var stem = written.TrimEnd('*');
            verbs[stem] = new Verb(stem, effect, written.Length > stem.Length, VerbForm.Base);
            if (slash >= 0) verbs.TryAdd(entry[(slash + 1)..].TrimEnd('*'), new Verb(stem, effect, entry[^1] == '*', VerbForm.Noun));
            foreach (var form in VerbForms.Of(stem)) verbs.TryAdd(form, new Verb(stem, effect, written.Length > stem.Length, VerbForm.Inflected));
        }
    }
}
