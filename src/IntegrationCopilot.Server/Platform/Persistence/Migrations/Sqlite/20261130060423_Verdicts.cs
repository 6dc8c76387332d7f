using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationCopilot.Server.Platform.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Verdicts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Warned",
                table: "TestRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "WithoutVerdict",
                table: "TestRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Setting",
                table: "TestCases",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Auto");

            migrationBuilder.Sql("""UPDATE "TestCases" SET "Setting" = 'Optional' WHERE "IsOptional" = 1""");

            migrationBuilder.DropColumn(
                name: "IsOptional",
                table: "TestCases");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Warned",
                table: "TestRuns");

            migrationBuilder.DropColumn(
                name: "WithoutVerdict",
                table: "TestRuns");

            migrationBuilder.AddColumn<bool>(
                name: "IsOptional",
                table: "TestCases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("""UPDATE "TestCases" SET "IsOptional" = 1 WHERE "Setting" = 'Optional'""");

            migrationBuilder.DropColumn(
                name: "Setting",
                table: "TestCases");
        }
    }
}
