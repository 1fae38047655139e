package dev.postrider.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.postrider.testkit.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "dev.postrider.chat";

    @Test
    void theHouseRulesHold() {
        HouseRules.check(BASE);
    }

    @Test
    void theCoreDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        BASE + ".session",
                        BASE + ".limit",
                        BASE + ".room",
                        BASE + ".message",
                        BASE + ".channel",
                        BASE + ".journal",
                        BASE + ".time")
                .and()
                .haveNameNotMatching(".*\\.(Kafka|Redis|Peer|Sql)\\w+(\\$.*)?")
                .and()
                .haveNameNotMatching(
                        ".*\\.(AcceptPath|Rooms|BlockList|RoomList|MemberList|Invites|InviteCodes|RoomSweep|Departure|TableThread|ChannelThread|Producers)(_.*|\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "org.apache.kafka..")
                .because("a simulator plays these classes: reach the outside through a port, and name the edge Kafka…,"
                        + " Redis…, Peer… or Sql…")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(BASE));
    }
}
