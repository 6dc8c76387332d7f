using System.Reflection;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>Options that are checked say of each number and each length of time what is allowed.</summary>
public sealed class OptionTests
{
    private static readonly Type[] Measures = [typeof(int), typeof(long), typeof(double), typeof(TimeSpan)];

    /// <summary>Any number is a good one.</summary>
    private static readonly string[] Unlimited = ["MockOptions.Seed", "RunOptions.Seed", "DeliveryOptions.TimeScale"];

    [Fact]
    public void Options_NumbersAndTimes_SayWhatIsAllowed()
    {
        var options = Product.All.Where(assembly => assembly != Product.Server).SelectMany(assembly => assembly.GetTypes()).SelectMany(Checked).ToHashSet();
        options.UnionWith(options.SelectMany(type => type.GetProperties()).Where(IsChecked).Select(property => property.PropertyType).ToList());
        options.Should().HaveCountGreaterThan(8);
        Unsaid(options).Should().BeEquivalentTo(Unlimited);
    }

    [Fact]
    public void Options_ThatDoNotSay_AreFound() => Unsaid([typeof(Planted)]).Should().Equal("Planted.Most");

    private static IEnumerable<Type> Checked(Type rules) =>
        from face in rules.GetInterfaces() where face.IsGenericType
            && face.GetGenericTypeDefinition() == typeof(IValidateOptions<>) select face.GetGenericArguments()[0];

    private static bool IsChecked(PropertyInfo property) => property.GetCustomAttribute<ValidateObjectMembersAttribute>() is not null;

    private static IEnumerable<string> Unsaid(IEnumerable<Type> options) =>
        from type in options
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where Measures.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        where property.GetCustomAttribute<OptionRangeAttribute>() is null
        select $"{type.Name}.{property.Name}";

    private sealed class Planted
    {
        public int Most { get; set; }

        [OptionRange(0)]
        public int Least { get; set; }
    }
}
