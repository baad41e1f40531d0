package org.liptako.node.rulebook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.EditionFormatException;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.VocabularyException;

/** Keeps the editions that were accepted. What it gives is what it was given, or it fails: each document and file is checked against its digest. */
final class EditionStore {
    /** Waits for whoever else of this State takes an edition, until the transaction ends: two editions of one number would be two laws. */
    void lock(Handle handle) {
        handle.execute("LOCK TABLE rule_edition IN SHARE ROW EXCLUSIVE MODE");
    }

    void put(Handle handle, EditionJudge.Accepted accepted, SignedEdition signed, Instant now) {
        HeldEdition held = accepted.held();
        handle.createUpdate("""
                        INSERT INTO rule_edition (jurisdiction, version, digest, content, signatures, signers, accepted_at)
                        VALUES (:jurisdiction, :version, :digest, :content, :signatures, :signers, :now)
                        """)
                .bind("jurisdiction", held.edition().jurisdiction().name())
                .bind("version", held.version())
                .bind("digest", held.digest())
                .bind("content", signed.content())
                .bind("signatures", signed.signatures())
                .bindArray("signers", String.class, accepted.signers())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        for (SourceFile file : signed.files()) {
            putFile(handle, file.bytes());
        }
    }

    /** Keeps a file, once for all who name it, and gives its digest. */
    String putFile(Handle handle, byte[] bytes) {
        String sha256 = Digest.over(bytes).hex();
        handle.createUpdate("INSERT INTO rule_file (sha256, bytes) VALUES (:sha256, :bytes) ON CONFLICT DO NOTHING")
                .bind("sha256", sha256)
                .bind("bytes", bytes)
                .execute();
        return sha256;
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM rule_edition")
                .mapTo(Long.class)
                .one();
    }

    EditionLines lines(Handle handle) {
        Map<Jurisdiction, List<HeldEdition>> editions = new EnumMap<>(Jurisdiction.class);
        handle.createQuery("SELECT content FROM rule_edition ORDER BY jurisdiction, version")
                .mapTo(byte[].class)
                .forEach(content -> {
                    HeldEdition held = held(content);
                    editions.computeIfAbsent(held.edition().jurisdiction(), key -> new ArrayList<>())
                            .add(held);
                });
        Map<Jurisdiction, EditionLine> lines = new EnumMap<>(Jurisdiction.class);
        editions.forEach((jurisdiction, held) -> lines.put(jurisdiction, new EditionLine(held)));
        return new EditionLines(lines);
    }

    /** The officers who counted when the edition was accepted. */
    List<String> signers(Handle handle, HeldEdition held) {
        return handle.createQuery("SELECT unnest(signers) FROM rule_edition WHERE digest = :digest")
                .bind("digest", held.digest())
                .mapTo(String.class)
                .list();
    }

    /** An edition with all that it travels with. */
    SignedEdition signed(Handle handle, HeldEdition held) {
        return handle.createQuery("SELECT content, signatures FROM rule_edition WHERE digest = :digest")
                .bind("digest", held.digest())
                .map((row, context) -> new SignedEdition(
                        row.getBytes(1),
                        row.getBytes(2),
                        files(handle, all(held.edition().files()))))
                .one();
    }

    /** The versions of the vocabulary that the AES's editions among these have published. */
    PublishedWords words(Handle handle, EditionLines lines) {
        PublishedWords words = PublishedWords.PRODUCT;
        for (HeldEdition held : lines.of(Jurisdiction.AES).editions()) {
            for (SourceFile file : files(handle, all(held.edition().vocabularyFiles()))) {
                try {
                    words = words.with(held.version(), file.bytes());
                } catch (VocabularyException e) {
                    throw new IllegalStateException("An edition was taken with a vocabulary that follows none.", e);
                }
            }
        }
        return words;
    }

    private static List<RuleFile> all(List<EditionFile> files) {
        return files.stream()
                .map(file -> new RuleFile(file.path(), file.sha256()))
                .toList();
    }

    List<SourceFile> files(Handle handle, List<RuleFile> wanted) {
        List<SourceFile> files = new ArrayList<>();
        for (RuleFile file : wanted) {
            byte[] bytes = file(handle, file.sha256()).orElseThrow();
            if (!Digest.over(bytes).hex().equals(file.sha256())) {
                throw new IllegalStateException("The rule file " + file.path()
                        + " in the database is no longer the one that was signed: restore the table rule_file.");
            }
            files.add(new SourceFile(file.path(), bytes));
        }
        return files;
    }

    /** A file by its digest; empty if there never was one. */
    Optional<byte[]> file(Handle handle, String sha256) {
        return handle.createQuery("SELECT bytes FROM rule_file WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(byte[].class)
                .findOne();
    }

    private static HeldEdition held(byte[] content) {
        try {
            return new HeldEdition(
                    EditionCodec.decode(content), Digest.over(content).hex());
        } catch (EditionFormatException e) {
            throw new IllegalStateException(
                    "An edition in the database is damaged: restore the table rule_edition.", e);
        }
    }
}
