package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Alarm;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.ErrorCode;

/**
 * The alarms of this State in words. They were written for whoever raised them, and may name data that this State is not shown: such a one says what alarms of its
 * code are about, and no more.
 */
@Singleton
final class AlarmWords {
    /** How datasets are named, and sites and grants too, which no dataset is found under. */
    private static final Pattern NAME = Pattern.compile("[A-Z]{2}-[A-Z0-9-]{1,61}");

    static final String PATH = "/operations/alarms/";

    /** Refusals of editions of rules, of which there are several. */
    private static final String EDITION = "EDITION_";

    private final Registry registry;
    private final NodeConfig node;

    AlarmWords(Registry registry, NodeConfig node) {
        this.registry = registry;
        this.node = node;
    }

    /** The latest, so many at most, the last first. */
    List<AlarmRow> rows(Words words, int most) {
        List<Alarm> alarms = registry.alarms(node.state(), most);
        Set<DatasetId> named = alarms.stream().flatMap(AlarmWords::named).collect(Collectors.toSet());
        Map<DatasetId, Dataset> datasets = registry.datasets(named).stream()
                .collect(Collectors.toMap(Dataset::id, Function.identity(), (one, other) -> one));
        Disclosure disclosure = new Disclosure(node.state());
        return alarms.stream()
                .sorted(Comparator.comparing(Alarm::at).reversed())
                .map(alarm -> row(
                        alarm,
                        named(alarm).allMatch(dataset -> disclosure.shows(dataset, datasets.get(dataset))),
                        words))
                .toList();
    }

    private static Stream<DatasetId> named(Alarm alarm) {
        return new LinkedHashSet<>(List.of(alarm.words().fr(), alarm.words().en()))
                .stream().flatMap(text -> NAME.matcher(text).results()).map(name -> new DatasetId(name.group()));
    }

    private static AlarmRow row(Alarm alarm, boolean shown, Words words) {
        String meaning = meaning(alarm.code(), words);
        return new AlarmRow(
                alarm.at().toString(),
                words.of(alarm.at()),
                alarm.code(),
                shown ? words.of(alarm.words()) : meaning,
                shown ? meaning : "");
    }

    /** What to do about alarms of a code, one step after the other. */
    static List<String> steps(String code, Words words) {
        String kind = code.startsWith(EDITION) ? EDITION : code;
        String known = words.has("alarm." + kind + ".1") ? kind : "other";
        return IntStream.iterate(1, step -> words.has(key(known, step)), step -> step + 1)
                .mapToObj(step -> words.of(key(known, step)))
                .toList();
    }

    private static String key(String kind, int step) {
        return "alarm." + kind + "." + step;
    }

    /** What alarms of a code are about; the code itself where this version does not know it. */
    static String meaning(String code, Words words) {
        if (words.has("alarm." + code)) {
            return words.of("alarm." + code);
        }
        return EnumNames.of(ErrorCode.class, code)
                .map(known -> words.of(known.meaning()))
                .orElse(code);
    }
}
