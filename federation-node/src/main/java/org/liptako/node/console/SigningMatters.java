package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.liptako.node.identity.Signatory;
import org.liptako.node.rulebook.SigningDesk;
import org.liptako.node.rulebook.WaitingEdition;

/** Puts into words which editions wait for a legal officer: for their signature, to be published, or for their word on taking one away. */
@Singleton
final class SigningMatters {
    private final SigningDesk desk;

    SigningMatters(SigningDesk desk) {
        this.desk = desk;
    }

    List<MatterRow> rows(Signatory officer, Words words) {
        return desk.waiting().stream()
                .flatMap(edition -> row(edition, officer, words).stream())
                .toList();
    }

    private static Optional<MatterRow> row(WaitingEdition edition, Signatory officer, Words words) {
        String name = words.of("signing.edition", words.of(edition.book()), Long.toString(edition.version()));
        String href = SigningLinks.edition(edition.digest());
        if (edition.removalAskedBy().isPresent() && edition.isTakenAwayBy(officer)) {
            return Optional.of(
                    new MatterRow("open", words.of("matter.removal", name), words.of("matter.removal.more"), href));
        }
        if (edition.complete()) {
            return Optional.of(
                    new MatterRow("open", words.of("matter.publish", name), words.of("matter.publish.more"), href));
        }
        return edition.signers().contains(officer.party())
                ? Optional.empty()
                : Optional.of(new MatterRow(
                        "open",
                        words.of("matter.sign", name),
                        words.of("matter.sign.more", edition.signers().size(), edition.people()),
                        href));
    }
}
