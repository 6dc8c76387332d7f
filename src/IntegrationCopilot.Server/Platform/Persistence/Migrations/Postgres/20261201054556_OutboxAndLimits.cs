using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationCopilot.Server.Platform.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OutboxAndLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Specs_ProjectId_TitleKey",
                table: "Specs");

            migrationBuilder.AddColumn<int>(
                name: "Slot",
                table: "TestRuns",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OutboxJobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Request = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxJobs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TestRuns_OrganisationId_Slot",
                table: "TestRuns",
                columns: new[] { "OrganisationId", "Slot" },
                unique: true);

            // Of descriptions of one title the oldest keeps it, which is the one that imports went to.
            migrationBuilder.Sql("""
                UPDATE "Specs" SET "TitleKey" = substr("TitleKey", 1, 160) || ' ' || upper(CAST("Id" AS text))
                WHERE EXISTS (SELECT 1 FROM "Specs" AS older
                    WHERE older."ProjectId" = "Specs"."ProjectId" AND older."TitleKey" = "Specs"."TitleKey"
                    AND (older."CreatedAt" < "Specs"."CreatedAt" OR (older."CreatedAt" = "Specs"."CreatedAt" AND older."Id" < "Specs"."Id")))
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Specs_ProjectId_TitleKey",
                table: "Specs",
                columns: new[] { "ProjectId", "TitleKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OutboxJobs");

            migrationBuilder.DropIndex(
                name: "IX_TestRuns_OrganisationId_Slot",
                table: "TestRuns");

            migrationBuilder.DropIndex(
                name: "IX_Specs_ProjectId_TitleKey",
                table: "Specs");

            migrationBuilder.DropColumn(
                name: "Slot",
                table: "TestRuns");

            migrationBuilder.CreateIndex(
                name: "IX_Specs_ProjectId_TitleKey",
                table: "Specs",
                columns: new[] { "ProjectId", "TitleKey" });
        }
    }
}
