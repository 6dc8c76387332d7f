using System.CommandLine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>completion</c>: a script that makes a shell complete commands, options and their values.</summary>
/// <remarks>Each script asks the tool itself, by its <c>suggest</c> directive, so that it need not be renewed with the tool.</remarks>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # bash completion: eval "$(integration-copilot completion bash)" in ~/.bashrc
            _integration_copilot() {
              local line="${COMP_LINE:0:COMP_POINT}" IFS=$'\n'
              line="${line#* }"
              mapfile -t COMPREPLY < <(compgen -W "$(integration-copilot "[suggest:${#line}]" "$line" 2> /dev/null)" -- "${COMP_WORDS[COMP_CWORD]}")
            }
            complete -o default -F _integration_copilot integration-copilot
            """,
        ["zsh"] = """
            #compdef integration-copilot
            # zsh completion: eval "$(integration-copilot completion zsh)" in ~/.zshrc, after compinit
            _integration_copilot() {
              local line="${LBUFFER#* }"
              local -a found=("${(@f)$(integration-copilot "[suggest:${#line}]" "$line" 2> /dev/null)}")
              [[ -n "$found" ]] && compadd -a found || _files
            }
            compdef _integration_copilot integration-copilot
            """,
        ["fish"] = """
            # fish completion: integration-copilot completion fish > ~/.config/fish/completions/integration-copilot.fish
            function __integration_copilot
              set -l line (string replace -r '^\S+\s?' '' -- (commandline -cp))
              integration-copilot "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null
            end
            complete -c integration-copilot -a '(__integration_copilot)'
            """,
        ["pwsh"] = """
            # PowerShell completion: integration-copilot completion pwsh | Out-String | Invoke-Expression, in $PROFILE
            Register-ArgumentCompleter -Native -CommandName integration-copilot -ScriptBlock {
              param($word, $command, $cursor)
              $line = "$command".PadRight($cursor).Substring(0, $cursor) -replace '^\S+\s?', ''
              integration-copilot "[suggest:$($line.Length)]" "$line" 2> $null |
                Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh; the first line of the script says where it belongs." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Write a script that makes a shell complete commands, options and values.") { shell };
        command.SetAction(parsed => terminal.Output.WriteLine(Scripts[parsed.GetRequiredValue(shell)]));
        return command;
    }
}
