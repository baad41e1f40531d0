package org.liptako.policy.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.SourceFile;

/**
 * Where a new rule is written: behind the last rule of a file, or in a file of its own. What a file holds already is kept byte for byte.
 *
 * @param path relative to the rules directory, with {@code /}
 * @param text what is added behind the end of the file, or the whole of a new one
 * @param isNew whether there is no such file yet
 */
public record Destination(String path, String text, boolean isNew) {
    private static final Pattern ITEM = Pattern.compile("(?m)^( *)- (?:id|\\{)");
    private static final Pattern LAST_LINE_ENDED = Pattern.compile("\\n\\z");

    /**
     * The file that was wanted, else the first one of the jurisdiction that the rule can be added to, else a new one of the rule's name.
     *
     * @param wanted a path relative to the rules directory; empty for no wish
     * @return empty if the rule cannot be added to the file that was wanted
     */
    public static Optional<Destination> of(RuleDraft draft, Desk desk, Optional<String> wanted) {
        List<String> paths = new ArrayList<>();
        wanted.ifPresentOrElse(paths::add, () -> {
            desk.rules().of(draft.jurisdiction()).files().forEach(file -> paths.add(file.path()));
            paths.add(draft.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "_") + ".yaml");
        });
        return paths.stream()
                .flatMap(path -> at(path, draft, desk).stream())
                .filter(there -> there.keepsTheOthers(draft, desk))
                .findFirst();
    }

    private static Optional<Destination> at(String path, RuleDraft draft, Desk desk) {
        Optional<SourceFile> there =
                desk.files().stream().filter(file -> file.path().equals(path)).findFirst();
        if (there.isEmpty()) {
            return Optional.of(
                    new Destination(path, "recueil: " + draft.jurisdiction() + "\nregles:\n" + draft.item(2), true));
        }
        String existing = new String(there.get().bytes(), UTF_8);
        Matcher item = ITEM.matcher(existing);
        if (!item.find()) {
            return Optional.empty();
        }
        String end = LAST_LINE_ENDED.matcher(existing).find() ? "" : "\n";
        return Optional.of(new Destination(path, end + draft.item(item.group(1).length()), false));
    }

    /** Whether the directory is right with the rule in it, and has every other rule as before. */
    private boolean keepsTheOthers(RuleDraft draft, Desk desk) {
        return switch (desk.with(new SourceFile(path, whole(desk)))) {
            case LoadResult.Rejected rejected -> false;
            case LoadResult.Loaded loaded -> {
                List<Rule> others = loaded.ruleSet().rules().stream()
                        .filter(rule -> !rule.id().equals(draft.id()))
                        .toList();
                yield others.equals(desk.rules().rules())
                        && loaded.ruleSet().rule(draft.id()).isPresent();
            }
        };
    }

    private byte[] whole(Desk desk) {
        String before = desk.files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new String(file.bytes(), UTF_8))
                .findFirst()
                .orElse("");
        return (before + text).getBytes(UTF_8);
    }
}
