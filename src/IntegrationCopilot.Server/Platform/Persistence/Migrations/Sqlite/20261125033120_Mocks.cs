using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationCopilot.Server.Platform.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Mocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Mocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpecId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpecVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Port = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    ShouldRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mocks_SpecVersions_SpecVersionId",
                        column: x => x.SpecVersionId,
                        principalTable: "SpecVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mocks_ProjectId",
                table: "Mocks",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Mocks_SpecVersionId",
                table: "Mocks",
                column: "SpecVersionId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Mocks");
        }
    }
}
