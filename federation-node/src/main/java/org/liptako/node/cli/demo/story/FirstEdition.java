package org.liptako.node.cli.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.liptako.node.cli.rules.EditionNode;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.rulebook.v1.PublishEditionResponse;

/** A jurisdiction's first edition, at once in force, signed by officers of a trial region: two of the State, or one of each for the AES. */
public final class FirstEdition {
    /** Nothing is recorded yet when it is published, so it weighs on no copy. */
    private static final EditionImpact ON_NOTHING = new EditionImpact(0, 0, 0, 0, 0);

    private final SourceFile file;
    private final byte[] document;
    private final byte[] signatures;

    private FirstEdition(SourceFile file, byte[] document, byte[] signatures) {
        this.file = file;
        this.document = document;
        this.signatures = signatures;
    }

    /**
     * Draws it up and has it signed.
     *
     * @param rules a directory with one file a jurisdiction, such as {@code ml.yaml}
     */
    public static FirstEdition signed(TrialTree tree, Path rules, Jurisdiction jurisdiction) {
        SourceFile file = file(rules, jurisdiction);
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        byte[] document = EditionCodec.encode(new RuleEdition(
                jurisdiction,
                1,
                null,
                EditionAct.ENACTMENT,
                null,
                now,
                now,
                Vocabulary.standard().digest(),
                List.of(EditionFile.of(file)),
                List.of(),
                ON_NOTHING));
        List<byte[]> signatures = State.ofCode(jurisdiction.name())
                .map(own -> List.of(sign(document, tree, own, 1, now), sign(document, tree, own, 2, now)))
                .orElseGet(() -> Arrays.stream(State.values())
                        .map(each -> sign(document, tree, each, 1, now))
                        .toList());
        return new FirstEdition(file, document, QuorumSigner.join(document, signatures));
    }

    /** Hands it to a node, which checks all of it. */
    public PublishEditionResponse publish(EditionNode node) {
        return node.publish(document, signatures, List.of(file));
    }

    private static byte[] sign(byte[] document, TrialTree tree, State state, int number, Instant at) {
        return QuorumSigner.sign(document, tree.officer(state, number).read(), at);
    }

    private static SourceFile file(Path rules, Jurisdiction jurisdiction) {
        String name = jurisdiction.name().toLowerCase(Locale.ROOT) + ".yaml";
        try {
            return new SourceFile(name, Files.readAllBytes(rules.resolve(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
