using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationCopilot.Server.Platform.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RunInputs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "ProtectedCredentials",
                table: "TestRuns",
                newName: "ProtectedInputs");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "ProtectedInputs",
                table: "TestRuns",
                newName: "ProtectedCredentials");
        }
    }
}
