package org.liptako.node.rulebook;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;

/** Every jurisdiction's rules that this node ever took, by the digest over their files: those of editions, and the unsigned ones of a demonstration. Thread-safe. */
final class RuleArchive {
    private final Jdbi jdbi;
    private final EditionStore editions;

    RuleArchive(Jdbi jdbi, EditionStore editions) {
        this.jdbi = jdbi;
        this.editions = editions;
    }

    /** The files, by path; none in a list for a jurisdiction before its first edition; empty if rules of that digest were never here. */
    Optional<List<SourceFile>> find(Jurisdiction jurisdiction, Digest digest) {
        if (RuleFiles.digestOfNone(jurisdiction).equals(digest)) {
            return Optional.of(List.of());
        }
        return jdbi.withHandle(handle -> {
            List<RuleFile> files =
                    published(handle, jurisdiction, digest).orElseGet(() -> unsigned(handle, jurisdiction, digest));
            return files.isEmpty() ? Optional.empty() : Optional.of(editions.files(handle, files));
        });
    }

    /** The file of a vocabulary that came with rules; empty for the product's own, and for one that never did. */
    Optional<byte[]> vocabulary(Digest digest) {
        return jdbi.withHandle(handle -> editions.file(handle, digest.hex())).filter(RuleArchive::isVocabulary);
    }

    private static boolean isVocabulary(byte[] file) {
        try {
            return Vocabulary.standard().followedBy(file).version() > 0;
        } catch (VocabularyException none) {
            return false;
        }
    }

    /** Keeps what a demonstration judges by, so that its decisions can be judged again once the directory holds other rules. */
    void keepUnsigned(RulesInForce rules, List<SourceFile> vocabulary) {
        jdbi.useTransaction(handle -> {
            vocabulary.forEach(file -> editions.putFile(handle, file.bytes()));
            for (Jurisdiction jurisdiction : Jurisdiction.all()) {
                keep(handle, rules.ruleSet().of(jurisdiction), rules.files(jurisdiction));
            }
        });
    }

    private void keep(Handle handle, Compendium compendium, List<PublishedFile> files) {
        for (PublishedFile file : files) {
            String sha256 = editions.putFile(handle, file.bytes());
            handle.createUpdate("""
                            INSERT INTO unsigned_rule_file (jurisdiction, digest, path, sha256)
                            VALUES (:jurisdiction, :digest, :path, :sha256) ON CONFLICT DO NOTHING
                            """)
                    .bind("jurisdiction", compendium.jurisdiction().name())
                    .bind("digest", compendium.digest())
                    .bind("path", file.path())
                    .bind("sha256", sha256)
                    .execute();
        }
    }

    private Optional<List<RuleFile>> published(Handle handle, Jurisdiction jurisdiction, Digest digest) {
        return editions.lines(handle).of(jurisdiction).editions().stream()
                .map(HeldEdition::edition)
                .map(RuleEdition::ruleFiles)
                .filter(files -> Compendium.digestOf(files).equals(digest.hex()))
                .findFirst();
    }

    private static List<RuleFile> unsigned(Handle handle, Jurisdiction jurisdiction, Digest digest) {
        return handle.createQuery("""
                        SELECT path, sha256 FROM unsigned_rule_file
                        WHERE jurisdiction = :jurisdiction AND digest = :digest ORDER BY path
                        """)
                .bind("jurisdiction", jurisdiction.name())
                .bind("digest", digest.hex())
                .map((row, context) -> new RuleFile(row.getString("path"), row.getString("sha256")))
                .list();
    }
}
