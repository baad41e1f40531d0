package org.liptako.policy;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rooms in {@code docs/en/architecture.md}. */
class RoomsTest {
    private static final String ROOT = "org.liptako.policy";
    private static final Set<String> JUDGED = Set.of("vocabulary", "facts", "rules", "decision");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Whom each room may call; digests, in the root, are for all. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("vocabulary", Set.of()),
            Map.entry("yaml", Set.of("vocabulary")),
            Map.entry("facts", Set.of("vocabulary")),
            Map.entry("rules", Set.of("vocabulary", "yaml")),
            Map.entry("decision", Set.of("rules")),
            Map.entry("engine", JUDGED),
            Map.entry("opa", and(JUDGED, "engine")),
            Map.entry("calendar", Set.of("vocabulary", "yaml", "rules")),
            Map.entry("explain", and(JUDGED, "calendar")),
            Map.entry("schema", Set.of("vocabulary", "rules")),
            Map.entry("edition", Set.of("vocabulary", "rules")),
            Map.entry("writing", Set.of("vocabulary", "rules", "calendar", "explain")),
            Map.entry("analysis", and(JUDGED, "engine", "explain")),
            Map.entry("hosting", and(JUDGED, "yaml", "engine", "analysis")),
            Map.entry("scenario", and(JUDGED, "yaml", "engine", "explain")),
            Map.entry("document", and(JUDGED, "engine", "calendar", "explain")));

    @Test
    void theArrowsBetweenRoomsAreThese() {
        LayeredArchitecture rooms = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .layer("(root)")
                .definedBy(ROOT)
                .whereLayer("(root)")
                .mayNotAccessAnyLayer();
        for (String room : ARROWS.keySet()) {
            rooms = rooms.layer(room).definedBy(ROOT + "." + room + "..");
        }
        for (Map.Entry<String, Set<String>> arrow : ARROWS.entrySet()) {
            rooms = rooms.whereLayer(arrow.getKey())
                    .mayOnlyAccessLayers(and(arrow.getValue(), "(root)").toArray(String[]::new));
        }
        rooms.check(CLASSES);
    }

    @Test
    void noPackagesCallEachOtherInACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static Set<String> and(Set<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toSet());
    }
}
