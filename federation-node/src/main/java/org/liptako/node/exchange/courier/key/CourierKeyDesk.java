package org.liptako.node.exchange.courier.key;

import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.exchange.transfer.TransferStore;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementSigner;

/** Gives the key for a grant's disks to the State that gives the copy, and to no other. Thread-safe. */
public final class CourierKeyDesk {
    private final SiteRecord own;
    private final GrantLedger grants;
    private final TransferStore transfers;
    private final CourierKeys keys;
    private final StatementSigner signer;

    public CourierKeyDesk(
            SiteRecord own, GrantLedger grants, TransferStore transfers, CourierKeys keys, StatementSigner signer) {
        this.own = own;
        this.grants = grants;
        this.transfers = transfers;
        this.keys = keys;
        this.signer = signer;
    }

    /**
     * The key, signed.
     *
     * @throws Failure if no copy comes here under the grant, or not from that State, or no longer
     */
    SignedStatement key(GrantSerial serial, State asking) {
        ExchangeGrant grant = grants.get(serial);
        Transfer transfer = transfers
                .find(serial)
                .filter(found -> found.plan().source() == asking)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.GRANT_NOT_ENTITLED,
                        "Sous l'autorisation " + serial + ", aucune copie ne vient de votre État à ce site.",
                        "Under the grant " + serial + " no copy comes from your State to this site."));
        grants.mustStand(grant, own.clock().instant());
        if (transfer.state() == TransferState.SEALED || transfer.state() == TransferState.DISCARDED) {
            throw Failure.of(
                    ErrorCode.GRANT_NOT_USABLE,
                    "La copie sous l'autorisation " + serial
                            + " est scellée ou abandonnée ; aucun disque n'est plus attendu.",
                    "The copy under the grant " + serial + " is sealed or given up; no disk is awaited any more.");
        }
        CourierKeyStatement statement = CourierKeyStatement.of(
                serial, own.site(), keys.of(serial).publicKey(), own.journal().now());
        return signer.sign(CourierKeyStatement.CONTEXT, statement.toJson());
    }
}
