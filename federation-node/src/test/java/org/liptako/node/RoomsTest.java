package org.liptako.node;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of the node and the arrows between them, as in the design's table and decision record 0001. */
class RoomsTest {
    private static final String NODE = "org.liptako.node";

    /** Which rooms each room may call; the root, where things are put together, may call all. */
    private static final Map<String, Set<String>> MAY_CALL = Map.ofEntries(
            entry("wire", Set.of()),
            entry("config", Set.of("wire")),
            entry("database", Set.of("wire", "config")),
            entry("journal", Set.of("wire", "config")),
            entry("identity", Set.of("wire", "config", "journal")),
            entry("peer", Set.of("wire", "config", "identity", "journal")),
            entry("registry", Set.of("wire", "config", "identity", "journal")),
            entry("rulebook", Set.of("wire", "config", "identity", "journal", "peer", "registry")),
            entry("placement", Set.of("wire", "config", "identity", "journal", "peer", "registry", "rulebook")),
            entry("replay", Set.of("wire", "journal", "rulebook", "placement")),
            entry("receipt", Set.of("wire", "identity", "journal", "registry", "replay")),
            entry("exchange", Set.of("wire", "config", "identity", "journal", "peer", "registry", "placement")),
            entry("possession", Set.of("wire", "config", "identity", "journal", "peer", "registry", "exchange")),
            entry("campaign", Set.of("wire", "config", "identity", "journal", "registry", "placement", "exchange")),
            entry("inquiry", Set.of("wire", "config", "identity", "journal", "registry", "possession")),
            entry(
                    "operations",
                    Set.of(
                            "wire",
                            "config",
                            "database",
                            "identity",
                            "journal",
                            "peer",
                            "registry",
                            "rulebook",
                            "placement",
                            "exchange")),
            entry(
                    "console",
                    Set.of(
                            "wire",
                            "config",
                            "identity",
                            "journal",
                            "peer",
                            "registry",
                            "rulebook",
                            "placement",
                            "exchange",
                            "campaign",
                            "inquiry",
                            "receipt",
                            "operations")),
            // The one command that is a node, not a client of one, starts the root; another prints the table of call
            // rights as it is enforced; decisions are judged again by the code that reads them in a node.
            entry("cli", Set.of("wire", "config", "identity", "replay", "")));

    /** The rooms that judge rules, or load them; to the others a decision is a document. */
    private static final Set<String> KNOW_RULES = Set.of("", "rulebook", "placement", "replay", "cli");

    private static final Pattern ROOM = Pattern.compile(Pattern.quote(NODE) + "(?:\\.([a-z]+))?(?:\\..*)?");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test"))
            .importPackages(NODE);

    @TestFactory
    Set<DynamicTest> aRoomCallsOnlyTheRoomsItMay() {
        return MAY_CALL.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.getKey(),
                        () -> noClasses()
                                .that(resideInRoom(room.getKey()))
                                .should()
                                .dependOnClassesThat(resideInAnotherRoomThan(room.getKey(), room.getValue()))
                                .allowEmptyShould(true)
                                .check(CLASSES)))
                .collect(Collectors.toSet());
    }

    @Test
    void everyClassHasARoomOfTheTable() {
        Set<String> rooms = CLASSES.stream().map(RoomsTest::roomOf).collect(Collectors.toSet());
        rooms.remove("");
        assertThat(MAY_CALL.keySet()).containsAll(rooms);
    }

    @Test
    void noRoomsCallEachOtherInACircle() {
        slices().matching(NODE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void generatedMessagesStayInEndpointsMessagesAndClients() {
        noClasses()
                .that(mayNotSeeMessages())
                .should()
                .dependOnClassesThat(describe(
                        "are generated from the protocol",
                        type -> type.getPackageName().matches("org\\.liptako\\.[a-z]+\\.v1")))
                .because("the protocol may change without the domain: map at the door")
                .check(CLASSES);
    }

    @Test
    void rulesAreKnownOnlyWhereTheyAreJudgedOrLoaded() {
        noClasses()
                .that(describe("are in a room without rules", type -> !KNOW_RULES.contains(roomOf(type))))
                .should()
                .dependOnClassesThat(describe(
                        "are of the module policy, beyond its vocabulary and its YAML",
                        type -> type.getPackageName().startsWith("org.liptako.policy")
                                && !type.getPackageName().matches("org\\.liptako\\.policy\\.(vocabulary|yaml)")))
                .because("a fact's codes are everybody's words; what follows from them is the rulebook's (0030)")
                .check(CLASSES);
    }

    @Test
    void noRoomIsADrawerForOddThings() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(util|utils|common|impl|helper|helpers|manager|base)\\..*")
                .orShould()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base)")
                .because("a class is named by what it is in the domain")
                .check(CLASSES.that(describe(
                        "are not JSSE's own words",
                        type -> !type.getSimpleName().equals("ChainTrustManager"))));
    }

    private static DescribedPredicate<JavaClass> resideInRoom(String room) {
        return describe("are in the room " + room, type -> roomOf(type).equals(room));
    }

    private static DescribedPredicate<JavaClass> resideInAnotherRoomThan(String room, Set<String> allowed) {
        return describe(
                "are in another room than " + allowed,
                type -> type.getPackageName().startsWith(NODE)
                        && !roomOf(type).equals(room)
                        && !allowed.contains(roomOf(type)));
    }

    private static DescribedPredicate<JavaClass> mayNotSeeMessages() {
        // FieldLimit reads what the protocol itself declares; it carries no message.
        return describe("are neither endpoint, messages nor client, nor in cli", type -> {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return !outer.getSimpleName().matches(".*(Endpoint|Messages|Client)|FieldLimit")
                    && !roomOf(type).equals("cli");
        });
    }

    /** The empty string is the root. */
    private static String roomOf(JavaClass type) {
        Matcher room = ROOM.matcher(type.getPackageName());
        return room.matches() && room.group(1) != null ? room.group(1) : "";
    }
}
