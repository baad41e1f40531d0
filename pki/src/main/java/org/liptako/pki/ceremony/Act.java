package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RevocationReason;

/** One thing that a ceremony makes. */
public sealed interface Act {
    /** Files that must be there, or be made by an earlier act. */
    List<Path> inputs();

    /** Files that must not be there yet. */
    List<Path> outputs();

    /** Names of declared keys that the act makes. */
    default List<String> newKeys() {
        return List.of();
    }

    /** Names of declared keys that the act signs with. */
    default List<String> usedKeys() {
        return List.of();
    }

    /** A root key and its certificate. */
    record MakeRoot(int number, String key, Path certificate) implements Act {
        @Override
        public List<Path> inputs() {
            return List.of();
        }

        @Override
        public List<Path> outputs() {
            return List.of(certificate);
        }

        @Override
        public List<String> newKeys() {
            return List.of(key);
        }
    }

    /** An authority's key and the request for its certificate, made where the key will live. */
    record MakeRequest(String key, Path request) implements Act {
        @Override
        public List<Path> inputs() {
            return List.of();
        }

        @Override
        public List<Path> outputs() {
            return List.of(request);
        }

        @Override
        public List<String> newKeys() {
            return List.of(key);
        }
    }

    /** A State CA's certificate, from its request, by the root. */
    record SignStateCa(State state, Path request, Signer by, Path certificate) implements Act {
        @Override
        public List<Path> inputs() {
            return List.of(request, by.certificate());
        }

        @Override
        public List<Path> outputs() {
            return List.of(certificate);
        }

        @Override
        public List<String> usedKeys() {
            return List.of(by.key());
        }
    }

    /** The certificate of a State's node CA or people CA, from its request, by the State CA. */
    record SignIssuingCa(State state, Authority authority, Path request, Signer by, Path certificate) implements Act {
        @Override
        public List<Path> inputs() {
            return List.of(request, by.certificate());
        }

        @Override
        public List<Path> outputs() {
            return List.of(certificate);
        }

        @Override
        public List<String> usedKeys() {
            return List.of(by.key());
        }
    }

    /** The certificate of a first node, or of a person, from a request, by its State's CA for that role. */
    record SignLeaf(Party party, Path request, Signer by, Path certificate) implements Act {
        @Override
        public List<Path> inputs() {
            return List.of(request, by.certificate());
        }

        @Override
        public List<Path> outputs() {
            return List.of(certificate);
        }

        @Override
        public List<String> usedKeys() {
            return List.of(by.key());
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
        public List<Path> inputs() {
            List<Path> inputs = new ArrayList<>(List.of(by.certificate()));
            revoked.forEach(one -> inputs.add(one.certificate()));
            return List.copyOf(inputs);
        }

        @Override
        public List<Path> outputs() {
            return List.of(list);
        }

        @Override
        public List<String> usedKeys() {
            return List.of(by.key());
        }
    }

    /** The two cross-certificates of a root's rollover. */
    record RollOver(int number, Signer former, Signer next, Path newWithOld, Path oldWithNew) implements Act {
        @Override
        public List<Path> inputs() {
            return List.of(former.certificate(), next.certificate());
        }

        @Override
        public List<Path> outputs() {
            return List.of(newWithOld, oldWithNew);
        }

        @Override
        public List<String> usedKeys() {
            return List.of(former.key(), next.key());
        }
    }

    /** One certificate that a list takes back, as of the ceremony. */
    record Revoked(Path certificate, RevocationReason reason) {}
}
