package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.List;
import org.liptako.pki.trust.ListAcceptance;
import org.liptako.pki.trust.ListRefusal;
import org.liptako.pki.trust.ListShelf;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.TrustState;

/** Checks that each revocation list of a receipt is one that a CA of its trust state signed, by the time at which the receipt was made. */
record ListCheck(TrustState trust, Instant madeAt) {
    ListShelf check(List<PublishedList> lists) throws ReceiptException {
        ListShelf shelf = ListShelf.empty();
        for (int i = 0; i < lists.size(); i++) {
            shelf = switch (shelf.judge(lists.get(i), trust, madeAt)) {
                case ListAcceptance.Accepted accepted -> shelf.with(accepted);
                case ListAcceptance.AlreadyHeld ignored ->
                    throw ReceiptException.refused(
                            "lists[" + i + "].list",
                            "Cette liste de révocation est deux fois dans le reçu.",
                            "This revocation list is in the receipt twice.");
                case ListAcceptance.Refused refused ->
                    throw ReceiptException.refused(
                            "lists[" + i + "]." + part(refused.refusal()), refused.french(), refused.english());
            };
        }
        return shelf;
    }

    private static String part(ListRefusal refusal) {
        return refusal == ListRefusal.UNKNOWN_ISSUER || refusal == ListRefusal.TOO_MANY ? "issuer" : "list";
    }
}
