package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteSignature;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.ListedKey;
import org.liptako.pki.trust.TrustState;

/** By which listed certificates the checkpoints of a receipt are signed and cosigned, and when. */
record EvidenceSigners(Zone zone, TrustState trust, Instant madeAt) {
    List<Signer> of(List<ReceiptJournal> journals, List<ProvedJournal> proved) {
        List<Signer> signers = new ArrayList<>();
        for (int i = 0; i < journals.size(); i++) {
            for (NoteSignature signature : journals.get(i).checkpoint().signatures()) {
                signers.addAll(of("journals[" + i + "].checkpoint", signature, proved.get(i)));
            }
        }
        return signers;
    }

    private List<Signer> of(String field, NoteSignature signature, ProvedJournal journal) {
        List<Signer> signers = new ArrayList<>();
        for (ListedKey listed : trust.directory().keys()) {
            Party holder = listed.holder();
            if (isBy(signature, listed)) {
                boolean own = holder.equals(EvidenceKeys.journalOf(journal.state()));
                // A journal's own key says no time; what a witness had seen by then was signed by then.
                Instant at = own
                        ? journal.thereBy().orElse(madeAt)
                        : journal.cosigned().getOrDefault(holder.state(), madeAt);
                Words name = own ? journalKey(holder) : witnessKey(holder);
                signers.add(new Signer(field, name, listed.certificate(), at, false));
            }
        }
        return signers;
    }

    private boolean isBy(NoteSignature signature, ListedKey listed) {
        Party holder = listed.holder();
        State state = holder.state();
        if (!holder.equals(EvidenceKeys.journalOf(state)) && !holder.equals(EvidenceKeys.witnessOf(state))) {
            return false;
        }
        try {
            NoteKey key = EvidenceKeys.noteKey(holder, zone, listed.certificate());
            return signature.name().equals(key.name()) && signature.keyId() == key.id();
        } catch (MalformedLogException e) {
            // A key of another algorithm has signed no checkpoint.
            return false;
        }
    }

    private static Words journalKey(Party holder) {
        return new Words(
                "la clé de journal du " + holder.state().french(),
                "the journal key of " + holder.state().english());
    }

    private static Words witnessKey(Party holder) {
        return new Words(
                "la clé de témoin du " + holder.state().french(),
                "the witness key of " + holder.state().english());
    }
}
