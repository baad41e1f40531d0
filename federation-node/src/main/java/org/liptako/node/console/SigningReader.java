package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.entry.Session;
import org.liptako.node.identity.Signatory;
import org.liptako.node.rulebook.ProposedChanges;
import org.liptako.node.rulebook.RuleLibrary;
import org.liptako.node.rulebook.Signable;
import org.liptako.node.rulebook.SigningDesk;
import org.liptako.node.rulebook.WaitingEdition;
import org.liptako.node.rulebook.reading.ArticleChange.Kind;
import org.liptako.node.rulebook.reading.EditionDifference;

/** Reads the editions that wait for signatures. */
@Singleton
final class SigningReader {
    private final SigningDesk desk;
    private final ProposedChanges changes;
    private final RuleLibrary library;
    private final NodeConfig node;
    private final Clock clock;

    SigningReader(SigningDesk desk, ProposedChanges changes, RuleLibrary library, NodeConfig node, Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.library = library;
        this.node = node;
        this.clock = clock;
    }

    /** What a reader asked for, under its title. */
    record Shown(String title, SigningPage page) {}

    SigningListPage all(Words words) {
        return new SigningListPage(
                asOf(words),
                desk.waiting().stream().map(edition -> row(edition, words)).toList(),
                Stream.of(node.state().name(), "AES")
                        .map(code -> new RuleLink(
                                words.of("writing.for", words.of(library.name(code))), RuleLinks.writing(code)))
                        .toList());
    }

    private static SigningListPage.Row row(WaitingEdition waiting, Words words) {
        return new SigningListPage.Row(
                name(waiting, words),
                SigningLinks.edition(waiting.digest()),
                words.of("signing.count", waiting.signers().size(), waiting.people()),
                words.of(
                        "signing.brought",
                        SignerNames.of(waiting.submittedBy().party(), words),
                        words.of(waiting.submittedAt())));
    }

    /** @throws org.liptako.node.wire.Failure NOT_KNOWN if none waits under that digest */
    Shown read(String digest, Session reader, String objection, Words words) {
        WaitingEdition waiting = desk.get(digest);
        boolean own = waiting.signers().contains(reader.caller().party().toString());
        return new Shown(
                name(waiting, words),
                new SigningPage(
                        asOf(words),
                        SigningLinks.edition(digest),
                        objection,
                        lines(waiting, words),
                        waiting.signers().stream()
                                .map(signer -> SignerNames.of(signer, words))
                                .toList(),
                        words.of(
                                "signing.needed",
                                waiting.people(),
                                waiting.states(),
                                waiting.signers().size()),
                        waiting.complete(),
                        own,
                        waiting.document(),
                        digest,
                        changes(waiting, words),
                        removal(waiting, reader.caller().signatory(), words),
                        own || waiting.complete() ? List.of() : List.of(key(desk.signable(digest, reader.chain())))));
    }

    private SigningPage.Changes changes(WaitingEdition waiting, Words words) {
        EditionDifference difference = changes.of(waiting.digest(), words::of);
        String code = waiting.code();
        OptionalLong against = difference.against();
        return new SigningPage.Changes(
                against.isPresent()
                        ? words.of("signing.changes.against", Long.toString(against.getAsLong()))
                        : words.of("signing.changes.first"),
                words.of(
                        "law.compared",
                        difference.count(Kind.ADDED),
                        difference.count(Kind.REMOVED),
                        difference.count(Kind.CHANGED),
                        difference.same()),
                against.isPresent() ? words.of("law.version", Long.toString(against.getAsLong())) : "",
                words.of("signing.changes.after"),
                difference.changes().stream()
                        .map(change -> ArticleChanges.of(
                                change,
                                against.isEmpty() || change.kind() == Kind.ADDED
                                        ? ""
                                        : RuleLinks.article(code, against.getAsLong(), change.id()),
                                words))
                        .toList(),
                difference.more() == 0 ? "" : words.of("signing.changes.more", difference.more()));
    }

    private static SigningPage.Removal removal(WaitingEdition waiting, Signatory reader, Words words) {
        Optional<Signatory> asked = waiting.removalAskedBy();
        String told = asked.map(by -> words.of("signing.removal.asked", SignerNames.of(by.party(), words)))
                .orElse("");
        if (waiting.isTakenAwayBy(reader)) {
            return new SigningPage.Removal(told, words.of("signing.drop"));
        }
        return asked.isPresent()
                ? new SigningPage.Removal(told, "")
                : new SigningPage.Removal(words.of("signing.removal.two"), words.of("signing.removal.ask"));
    }

    private String asOf(Words words) {
        return words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant()));
    }

    private static String name(WaitingEdition waiting, Words words) {
        return words.of("signing.name", words.of(waiting.book()), Long.toString(waiting.version()));
    }

    private static List<String> lines(WaitingEdition waiting, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.of("law.from", words.of(waiting.inForceFrom())));
        waiting.restores().ifPresent(restored -> lines.add(words.of("law.restores", Long.toString(restored))));
        lines.add(words.of("signing.files", waiting.files(), waiting.annexes()));
        if (waiting.enacts()) {
            lines.add(waiting.effects()
                    .map(impact -> words.of(
                            "signing.impact",
                            impact.copies(),
                            impact.unlawful(),
                            impact.undecided(),
                            impact.lawful(),
                            impact.toMoveGb()))
                    .orElseGet(() -> words.of("signing.unweighed")));
        }
        lines.add(words.of(
                "signing.brought",
                SignerNames.of(waiting.submittedBy().party(), words),
                words.of(waiting.submittedAt())));
        return lines;
    }

    private static SigningPage.Key key(Signable signable) {
        Base64.Encoder text = Base64.getEncoder();
        String attributes = text.encodeToString(signable.attributes());
        String publicKey = text.encodeToString(signable.publicKey());
        String at = signable.at().toString();
        return switch (signable.key()) {
            case P256 -> new SigningPage.Key("ECDSA", "P-256", "SHA-256", attributes, publicKey, at);
            case P384 -> new SigningPage.Key("ECDSA", "P-384", "SHA-384", attributes, publicKey, at);
            case ED25519 -> new SigningPage.Key("Ed25519", "", "SHA-512", attributes, publicKey, at);
        };
    }
}
