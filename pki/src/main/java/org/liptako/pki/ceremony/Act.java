package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RevocationReason;

/** One thing that a ceremony makes. */
sealed interface Act {
    /** Everything outside the act that it has to do with. */
    Touches touches();

    /** A root key and its certificate. */
    record MakeRoot(int number, String key, Path certificate) implements Act {
        @Override
        public Touches touches() {
            return Touches.making(key, certificate);
        }
    }

    /** A key of that kind and the request for its certificate, made where the key will live. */
    record MakeRequest(String key, KeyKind kind, Path request) implements Act {
        @Override
        public Touches touches() {
            return Touches.making(key, request);
        }
    }

    /** A State CA's certificate, from its request, by the root. */
    record SignStateCa(State state, Path request, Signer by, Path certificate) implements Act {
        @Override
        public Touches touches() {
            return Touches.signing(List.of(by), List.of(request), certificate);
        }
    }

    /** The certificate of a State's node CA or people CA, from its request, by the State CA. */
    record SignIssuingCa(State state, Authority authority, Path request, Signer by, Path certificate) implements Act {
        @Override
        public Touches touches() {
            return Touches.signing(List.of(by), List.of(request), certificate);
        }
    }

    /** The certificate of a first node, or of a person, from a request, by its State's CA for that role. */
    record SignLeaf(Party party, Path request, Signer by, Path certificate) implements Act {
        @Override
        public Touches touches() {
            return Touches.signing(List.of(by), List.of(request), certificate);
        }
    }

    /**
     * A full revocation list.
     *
     * @param revoked what it lists
     */
    record SignRevocationList(long number, Duration life, List<Revoked> revoked, Signer by, Path list) implements Act {
        public SignRevocationList {
            revoked = List.copyOf(revoked);
        }

        @Override
        public Touches touches() {
            List<Path> listed = revoked.stream().map(Revoked::certificate).toList();
            return Touches.signing(List.of(by), listed, list);
        }
    }

    /** The two cross-certificates of a root's rollover. */
    record RollOver(int number, Signer former, Signer next, Path newWithOld, Path oldWithNew) implements Act {
        @Override
        public Touches touches() {
            return Touches.signing(List.of(former, next), List.of(), newWithOld, oldWithNew);
        }
    }

    /** A trust state, drawn up for people to sign; worth nothing before they have. */
    record DrawTrustState(TrustDraft draft, Path document) implements Act {
        @Override
        public Touches touches() {
            return Touches.drawing(draft.files(), document);
        }
    }

    /** The signatures of people who are present with their keys, under one document. */
    record SignDocument(Path document, List<Signer> by, Path signatures) implements Act {
        public SignDocument {
            by = List.copyOf(by);
        }

        @Override
        public Touches touches() {
            return Touches.signing(by, List.of(document), signatures);
        }
    }

    /** One certificate that a list takes back, as of the ceremony. */
    record Revoked(Path certificate, RevocationReason reason) {}
}
