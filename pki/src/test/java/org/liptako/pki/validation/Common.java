package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationListException;
import org.liptako.pki.revocation.RevocationLists;

/** Certificates of no profile, and a question about them that is put together piece by piece. */
final class Common {
    private static final Rfc5280Validator VALIDATOR = new Rfc5280Validator();

    private final List<byte[]> chain = new ArrayList<>();
    private final List<byte[]> roots = new ArrayList<>();
    private final List<RevocationList> lists = new ArrayList<>();
    private PolicyInputs policy = PolicyInputs.NONE;
    private OptionalInt maxDepth = OptionalInt.empty();
    private Purpose purpose = Purpose.ANY;
    private int keyUsage;
    private boolean revocationRequired;

    @Nullable
    private String peerName;

    private Common() {}

    static Draft ca(String subject) {
        return Draft.named(subject)
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    static Draft ca(String subject, int pathLength) {
        return ca(subject).with(Extension.basicConstraints, true, new BasicConstraints(pathLength));
    }

    static Draft leaf(String subject) {
        return Draft.named(subject);
    }

    /** About {@code leaf}, with the rest of the bag in this order. */
    static Common about(Credential leaf, Credential... bag) {
        Common question = new Common();
        question.chain.add(encoded(leaf));
        for (Credential other : bag) {
            question.chain.add(encoded(other));
        }
        return question;
    }

    Common under(Credential... anchors) {
        for (Credential anchor : anchors) {
            roots.add(encoded(anchor));
        }
        return this;
    }

    /** By lists as they come, each read anew. */
    Common byEncoded(List<byte[]> encoded) {
        for (byte[] der : encoded) {
            try {
                lists.add(RevocationList.parse(der));
            } catch (RevocationListException e) {
                // As good as none.
            }
        }
        revocationRequired = true;
        return this;
    }

    Common by(ListDraft... drafts) {
        for (ListDraft draft : drafts) {
            try {
                lists.add(RevocationList.parse(draft.der()));
            } catch (RevocationListException e) {
                throw new AssertionError(e);
            }
        }
        revocationRequired = true;
        return this;
    }

    Common policy(PolicyInputs inputs) {
        policy = inputs;
        return this;
    }

    Common maxDepth(int most) {
        maxDepth = OptionalInt.of(most);
        return this;
    }

    Common keyUsage(int bits) {
        keyUsage = bits;
        return this;
    }

    Common forPurpose(Purpose asked) {
        purpose = asked;
        return this;
    }

    Common calling(String name) {
        peerName = name;
        return this;
    }

    /** The reason of the refusal; empty if the chain is accepted. */
    Optional<RejectionReason> refusal() {
        return VALIDATOR
                .refusal(new Rfc5280Question(
                        new CandidateChain(chain),
                        roots,
                        new Expectation(Region.NOW, purpose, peerName),
                        policy,
                        maxDepth,
                        keyUsage,
                        new RevocationLists(lists),
                        revocationRequired))
                .map(Validation.Rejected::reason);
    }

    static byte[] encoded(Credential credential) {
        return CandidateChain.of(credential.chain()).certificates().getFirst();
    }
}
