package org.liptako.policy.edition;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleFile;

/**
 * One edition of a jurisdiction's rules: what officers sign, and all that they sign.
 *
 * <p>Editions of a jurisdiction follow each other without a gap, each naming the one before it by its digest. All instants are whole seconds.
 *
 * @param version from 1
 * @param previousDigest SHA-256 of the document of the edition before, in lower-case hex; null for the first
 * @param restored for a withdrawal, the version whose files are in force again; null otherwise
 * @param issuedAt when the document was drawn up; nobody signed it before
 * @param inForceFrom not before {@code issuedAt}: law is not made for the past
 * @param vocabulary digest of the vocabulary that the rules are written in
 * @param files the rule files, by path; at least one, so that a lost file cannot pass for an absence of law
 * @param annexes what the officers had before them when they signed: analysis, tests, comparison, impact
 * @param weight what it would do to the copies that there are; null for a withdrawal, and for an edition drawn up where nothing could be weighed
 */
public record RuleEdition(
        Jurisdiction jurisdiction,
        long version,
        @Nullable String previousDigest,
        EditionAct act,
        @Nullable Long restored,
        Instant issuedAt,
        Instant inForceFrom,
        String vocabulary,
        List<EditionFile> files,
        List<EditionFile> annexes,
        @Nullable EditionImpact weight) {
    /** The most files of an edition, annexes apart. */
    public static final int MOST_FILES = 10_000;

    private static final int MOST_ANNEXES = 64;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** An edition that was not weighed. */
    public RuleEdition(
            Jurisdiction jurisdiction,
            long version,
            @Nullable String previousDigest,
            EditionAct act,
            @Nullable Long restored,
            Instant issuedAt,
            Instant inForceFrom,
            String vocabulary,
            List<EditionFile> files,
            List<EditionFile> annexes) {
        this(
                jurisdiction,
                version,
                previousDigest,
                act,
                restored,
                issuedAt,
                inForceFrom,
                vocabulary,
                files,
                annexes,
                null);
    }

    /** Checks what can be checked without another edition. */
    public RuleEdition {
        requireNonNull(jurisdiction, "jurisdiction is null");
        requireNonNull(act, "act is null");
        if (version < 1 || (version == 1) != (previousDigest == null)) {
            throw new IllegalArgumentException(
                    "the first edition is version 1 and follows none, every other follows one");
        }
        if (previousDigest != null) {
            requireDigest(previousDigest);
        }
        requireDigest(vocabulary);
        if ((act == EditionAct.WITHDRAWAL) != (restored != null)
                || (restored != null && (restored < 1 || restored > version - 2))) {
            throw new IllegalArgumentException("a withdrawal, and nothing else, restores an edition before the newest");
        }
        if (act == EditionAct.WITHDRAWAL && weight != null) {
            throw new IllegalArgumentException("a withdrawal is not weighed: it takes a minute");
        }
        if (!isWhole(issuedAt) || !isWhole(inForceFrom)) {
            throw new IllegalArgumentException("an instant with a fraction of a second");
        }
        if (inForceFrom.isBefore(issuedAt) || (act == EditionAct.WITHDRAWAL && !inForceFrom.equals(issuedAt))) {
            throw new IllegalArgumentException("in force from before it is issued, or a withdrawal that waits");
        }
        files = distinct(files, MOST_FILES);
        annexes = distinct(annexes, MOST_ANNEXES);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("an edition without a file");
        }
    }

    /** The digest of the edition before; empty for the first. */
    public Optional<String> previous() {
        return Optional.ofNullable(previousDigest);
    }

    /** The version whose files are in force again, for a withdrawal. */
    public OptionalLong restores() {
        return restored == null ? OptionalLong.empty() : OptionalLong.of(restored);
    }

    /** What it would do to the copies that there are, if that was weighed. */
    public Optional<EditionImpact> impact() {
        return Optional.ofNullable(weight);
    }

    /** The file with the vocabulary that the edition brings beside its rules, if it does; more than one is no edition that is taken. */
    public List<EditionFile> vocabularyFiles() {
        return files.stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.VOCABULARY)
                .toList();
    }

    /** The files of rules, as a rule set lists those that it was loaded from. */
    public List<RuleFile> ruleFiles() {
        return files.stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.RULES)
                .map(file -> new RuleFile(file.path(), file.sha256()))
                .toList();
    }

    private static boolean isWhole(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).equals(instant);
    }

    static void requireDigest(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("a digest that is not 64 lower-case hex digits");
        }
    }

    private static List<EditionFile> distinct(List<EditionFile> files, int most) {
        List<EditionFile> sorted =
                files.stream().sorted(Comparator.comparing(EditionFile::path)).toList();
        if (sorted.size() > most
                || sorted.stream().map(EditionFile::path).distinct().count() != sorted.size()) {
            throw new IllegalArgumentException("more than " + most + " files, or one path twice");
        }
        return sorted;
    }
}
