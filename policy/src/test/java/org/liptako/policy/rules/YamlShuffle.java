package org.liptako.policy.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.liptako.policy.vocabulary.Folded;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Puts into another order what has none: keys, rules, members of lists of values. */
public record YamlShuffle(Random random) {

    private static final List<String> LISTS_OF_MEMBERS = List.of("parmi", "uniquement", "deroge_a");

    /** The same rules, written otherwise. */
    public SourceFile shuffled(SourceFile file) {
        String text = new String(file.bytes(), UTF_8);
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                // As in YamlReader: a surrogate pair where two windows meet breaks the parser.
                .setBufferSize(text.length() + 1)
                .build();
        Object tree = new Load(settings).loadFromString(text);
        String otherwise = new Dump(DumpSettings.builder().build()).dumpToString(shuffled("", tree));
        return new SourceFile(file.path(), otherwise.getBytes(UTF_8));
    }

    private Object shuffled(String key, Object node) {
        return switch (node) {
            case Map<?, ?> map -> shuffledMap(map);
            case List<?> list -> shuffledList(key, list);
            default -> node;
        };
    }

    private Object shuffledMap(Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        Collections.shuffle(entries, random);
        Map<Object, Object> shuffled = new LinkedHashMap<>();
        entries.forEach(entry ->
                shuffled.put(entry.getKey(), shuffled(Folded.of((String) entry.getKey()), entry.getValue())));
        return shuffled;
    }

    private Object shuffledList(String key, List<?> list) {
        List<Object> items = new ArrayList<>(list.size());
        list.forEach(item -> items.add(shuffled(key, item)));
        boolean scopeLine = key.contains(".")
                || List.of("operation", "finalite", "destinataire").contains(key);
        if (scopeLine || key.equals("regles") || key.equals("en_vigueur") || LISTS_OF_MEMBERS.contains(key)) {
            Collections.shuffle(items, random);
        }
        return items;
    }
}
