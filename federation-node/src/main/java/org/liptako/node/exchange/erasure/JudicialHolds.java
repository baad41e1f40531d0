package org.liptako.node.exchange.erasure;

import java.time.Instant;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.registry.Registers;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/** Keeps a copy that a court holds from being erased under a grant that is older than the hold: an erasure cannot be undone. */
final class JudicialHolds {
    private static final int MOST_SHOWN = 80;

    private final Registers registers;

    JudicialHolds(Registers registers) {
        this.registers = registers;
    }

    /**
     * Asks the home State's register as it is now.
     *
     * @param granted when the erasure was granted; a register that could answer then must be able to now
     * @throws Failure GRANT_NOT_USABLE if the dataset is held, NOT_READY if that was known when the grant was made and no longer is
     */
    void check(GrantSerial serial, DatasetId dataset, Instant granted, Instant now) {
        registers.holdEntry(dataset, now).filter(HoldRecorded::held).ifPresent(hold -> {
            throw held(serial, hold);
        });
        if (registers.hold(dataset, now).isEmpty()
                && registers.hold(dataset, granted).isPresent()) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Rien ne dit plus si " + dataset
                            + " est sous gel judiciaire ; l'État d'origine doit déclarer à nouveau qu'il tient ce registre.",
                    "Nothing says any more whether " + dataset
                            + " is under judicial hold; its home State must declare again that it keeps this register.");
        }
    }

    private static Failure held(GrantSerial serial, HoldRecorded hold) {
        String reference = Printable.line(hold.reference(), MOST_SHOWN);
        return Failure.of(
                ErrorCode.GRANT_NOT_USABLE,
                hold.dataset() + " est sous gel judiciaire (" + reference + ", inscrit le " + hold.at()
                        + ") : l'autorisation d'effacement " + serial
                        + " ne peut servir. Conservez la copie ; quand le gel sera levé, présentez une nouvelle demande.",
                hold.dataset() + " is under judicial hold (" + reference + ", recorded on " + hold.at()
                        + "): the grant " + serial
                        + " for erasing cannot be used. Keep the copy; once the hold is lifted, make a new request.");
    }
}
