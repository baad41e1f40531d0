package org.liptako.node.peer;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.liptako.node.identity.CredentialWatch;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.enrolment.RenewalRequest;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.profile.KeyKind;

/** A fresh key and its certificate: asked for, checked as others will check it, and only then put in the former's place. */
final class FreshCredential {
    private final NodeIdentity identity;
    private final CredentialFiles files;
    private final CredentialWatch watch;
    private final LeafAuthority authority;
    private final Clock clock;
    private final CertificateIssuer keys;

    FreshCredential(
            NodeIdentity identity, CredentialFiles files, CredentialWatch watch, LeafAuthority authority, Clock clock) {
        this.identity = identity;
        this.files = files;
        this.watch = watch;
        this.authority = authority;
        this.clock = clock;
        this.keys = new CertificateIssuer(clock, new SecureRandom());
    }

    /** Takes what the authority knows of what is trusted. */
    void catchUp() {
        authority.catchUp();
    }

    /** Renews; what stood before stands where this fails. */
    RenewalAnswer renew() {
        KeyPair fresh = keys.newKey(KeyKind.P256);
        RenewalAnswer answer = authority.renew(RenewalRequest.make(identity.credential(), fresh));
        return answer instanceof RenewalAnswer.Issued issued ? taken(issued, fresh) : answer;
    }

    private RenewalAnswer taken(RenewalAnswer.Issued issued, KeyPair fresh) {
        byte[] certified = issued.chain().getFirst().getPublicKey().getEncoded();
        if (!Arrays.equals(certified, fresh.getPublic().getEncoded())) {
            return new RenewalAnswer.Failed(new Sentence(
                    "l'autorité a répondu par le certificat d'une autre clé",
                    "the authority answered with the certificate of another key"));
        }
        Credential renewed = new Credential(fresh.getPrivate(), issued.chain());
        Optional<Sentence> objection = identity.objection(renewed, clock);
        if (objection.isPresent()) {
            return new RenewalAnswer.Failed(objection.get());
        }
        files.replace(renewed);
        watch.look();
        return identity.credential().certificate().equals(renewed.certificate())
                ? issued
                : new RenewalAnswer.Failed(new Sentence(
                        "les fichiers renouvelés n'ont pas été pris ; voyez la ligne précédente du journal",
                        "the renewed files were not taken; see the log line before"));
    }
}
