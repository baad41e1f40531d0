package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.liptako.policy.Sha256;

/**
 * The rules of one jurisdiction (its {@code recueil}) and the files they came from.
 *
 * <p>Its digest is the SHA-256, in lower-case hex, of one line for each file, sorted by path: the SHA-256 of the file in
 * lower-case hex, two spaces, its path relative to the rules directory with {@code /}, a line feed; in UTF-8. It is what
 * {@code sha256sum} prints, so that a legal officer can recompute it by hand.
 *
 * @param rules by id
 * @param files by path
 */
public record Compendium(Jurisdiction jurisdiction, List<Rule> rules, List<RuleFile> files, String digest) {

    public Compendium {
        requireNonNull(jurisdiction, "jurisdiction is null");
        requireNonNull(digest, "digest is null");
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        files = files.stream().sorted(Comparator.comparing(RuleFile::path)).toList();
    }

    static Compendium of(Jurisdiction jurisdiction, List<Rule> rules, List<RuleFile> files) {
        return new Compendium(jurisdiction, rules, files, digestOf(files));
    }

    /** The digest of the rules that stand in these files. */
    public static String digestOf(List<RuleFile> files) {
        String lines = files.stream()
                .sorted(Comparator.comparing(RuleFile::path))
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining());
        return Sha256.hex(lines);
    }
}
