package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.EditionFormatException;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.FileKind;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;

/** Judges an edition that someone brings: document, signatures, place in its line, files, rules. */
final class EditionJudge {
    private static final int MOST_TOLD = 3;

    private final EditionQuorum quorum;
    private final boolean demonstration;
    private final LoadedRules rules;

    /** @param demonstration whether rules without legal value are taken */
    EditionJudge(EditionQuorum quorum, boolean demonstration, LoadedRules rules) {
        this.quorum = quorum;
        this.demonstration = demonstration;
        this.rules = rules;
    }

    /**
     * An edition that may follow those held.
     *
     * @param line its jurisdiction's, with it
     * @param signers the officers who count, by name
     */
    record Accepted(HeldEdition held, EditionLine line, List<String> signers) {}

    /** @throws RefusedEditionException if the document is none */
    static HeldEdition read(SignedEdition signed) throws RefusedEditionException {
        try {
            return new HeldEdition(EditionCodec.decode(signed.content()), signed.digest());
        } catch (EditionFormatException e) {
            throw new RefusedEditionException(EditionRefusal.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Judges.
     *
     * @param words what the editions held have published
     * @throws RefusedEditionException if it may not follow
     */
    Accepted judge(
            SignedEdition signed, EditionQuorum.Origin origin, EditionLines lines, PublishedWords words, Instant now)
            throws RefusedEditionException {
        HeldEdition held = read(signed);
        RuleEdition edition = held.edition();
        List<String> signers = quorum.signers(edition, signed, origin, now);
        // Only now: anyone can write down a rival, and only a signed one is a reason for alarm.
        return new Accepted(held, fits(held, signed, lines, words, now), signers);
    }

    /**
     * Judges all but the signatures: that an edition follows those held, and that its files are what it lists and load.
     *
     * @return its jurisdiction's line, with it
     * @throws RefusedEditionException if it may not follow
     */
    EditionLine fits(HeldEdition held, SignedEdition signed, EditionLines lines, PublishedWords words, Instant now)
            throws RefusedEditionException {
        RuleEdition edition = held.edition();
        EditionLine line = lines.of(edition.jurisdiction()).with(held, now);
        requireFiles(edition, signed.files());
        requireLaw(edition, signed.files(), vocabulary(edition, signed.files(), words));
        return line;
    }

    /** What an edition is written in: a vocabulary that was published before it, or the one that an edition of the AES brings. */
    private static Vocabulary vocabulary(RuleEdition edition, List<SourceFile> files, PublishedWords published)
            throws RefusedEditionException {
        return with(edition, vocabularies(files), published)
                .of(edition.vocabulary())
                .orElseThrow(() -> new RefusedEditionException(EditionRefusal.OTHER_VOCABULARY, edition.vocabulary()));
    }

    private static PublishedWords with(RuleEdition edition, List<SourceFile> brought, PublishedWords published)
            throws RefusedEditionException {
        if (brought.isEmpty()) {
            return published;
        }
        SourceFile first = brought.getFirst();
        if (edition.jurisdiction() != Jurisdiction.AES) {
            throw new RefusedEditionException(EditionRefusal.VOCABULARY_NOT_COMMON, first.path());
        }
        if (brought.size() > 1) {
            throw new RefusedEditionException(
                    EditionRefusal.VOCABULARY_INVALID,
                    first.path() + ", " + brought.getLast().path());
        }
        // Whoever signs a vocabulary signs rules that are written in it: so an edition names one, and every reader
        // takes the same.
        if (!EditionFile.of(first).sha256().equals(edition.vocabulary())) {
            throw new RefusedEditionException(EditionRefusal.OTHER_VOCABULARY, first.path());
        }
        try {
            return published.with(edition.version(), first.bytes());
        } catch (VocabularyException refused) {
            throw new RefusedEditionException(EditionRefusal.VOCABULARY_INVALID, refused.wording());
        }
    }

    private static List<SourceFile> vocabularies(List<SourceFile> files) {
        return files.stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.VOCABULARY)
                .toList();
    }

    private static void requireFiles(RuleEdition edition, List<SourceFile> files) throws RefusedEditionException {
        Map<String, EditionFile> signed = edition.files().stream()
                .collect(Collectors.toMap(EditionFile::path, file -> file, (one, other) -> one, HashMap::new));
        for (SourceFile file : files) {
            EditionFile expected = signed.remove(file.path());
            if (expected == null) {
                throw new RefusedEditionException(EditionRefusal.UNSIGNED_FILE, file.path());
            }
            if (file.bytes().length != expected.bytes()
                    || !EditionFile.of(file).sha256().equals(expected.sha256())) {
                throw new RefusedEditionException(EditionRefusal.FILE_CHANGED, file.path());
            }
        }
        if (!signed.isEmpty()) {
            throw new RefusedEditionException(
                    EditionRefusal.FILE_MISSING, signed.keySet().iterator().next());
        }
    }

    private void requireLaw(RuleEdition edition, List<SourceFile> files, Vocabulary words)
            throws RefusedEditionException {
        List<SourceFile> rulesAlone = files.stream()
                .filter(file -> FileKind.of(file.path()) != FileKind.VOCABULARY)
                .toList();
        switch (rules.load(edition.jurisdiction(), rulesAlone, words)) {
            case LoadResult.Rejected rejected ->
                throw new RefusedEditionException(EditionRefusal.RULES_INVALID, told(rejected.errors()));
            case LoadResult.Loaded loaded -> {
                Compendium compendium = loaded.ruleSet().of(edition.jurisdiction());
                if (compendium.files().size() != rulesAlone.size()) {
                    throw new RefusedEditionException(
                            EditionRefusal.RULES_INVALID,
                            new Bilingual(
                                    "un fichier n'est pas un fichier de règles de " + edition.jurisdiction(),
                                    "a file is not a rule file of " + edition.jurisdiction()));
                }
                List<String> drafts = RuleStanding.withoutLegalValue(compendium.rules());
                if (!demonstration && !drafts.isEmpty()) {
                    throw new RefusedEditionException(EditionRefusal.NOT_LAW, String.join(", ", drafts));
                }
            }
        }
    }

    private static Bilingual told(List<RuleError> errors) {
        return new Bilingual(
                errors.stream()
                        .limit(MOST_TOLD)
                        .map(error -> error.where() + " : " + error.wording().fr())
                        .collect(Collectors.joining(" ")),
                errors.stream()
                        .limit(MOST_TOLD)
                        .map(error -> error.where() + ": " + error.wording().en())
                        .collect(Collectors.joining(" ")));
    }
}
