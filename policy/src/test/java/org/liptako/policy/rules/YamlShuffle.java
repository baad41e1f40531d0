package org.liptako.policy.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.liptako.policy.vocabulary.Folded;

/** Puts into another order what has none: keys, rules, members of lists of values. */
record YamlShuffle(List<String> listsOfMembers, Random random) {

    Object shuffled(String key, Object node) {
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
        if (scopeLine || key.equals("regles") || key.equals("en_vigueur") || listsOfMembers.contains(key)) {
            Collections.shuffle(items, random);
        }
        return items;
    }
}
