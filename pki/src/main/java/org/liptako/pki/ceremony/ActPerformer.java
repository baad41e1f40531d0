package org.liptako.pki.ceremony;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.CertificateRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.RequestFiles;
import org.liptako.pki.issuing.RevocationListIssuer;
import org.liptako.pki.profile.CertificateProfile;
import org.liptako.pki.profile.CrossProfile;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.quorum.QuorumException;
import org.liptako.pki.quorum.QuorumSigner;

/** Performs single acts, with the same issuers that the trial tree and the nodes use. */
final class ActPerformer {
    static final long MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

    private final CeremonyPlan plan;
    private final Clock clock;
    private final SecureRandom random;
    private final CertificateIssuer issuer;

    ActPerformer(CeremonyPlan plan, Clock clock, SecureRandom random) {
        this.plan = plan;
        this.clock = clock;
        this.random = random;
        this.issuer = new CertificateIssuer(clock, random);
    }

    void perform(Act act) {
        switch (act) {
            case Act.MakeRoot root -> {
                KeyPair key = plan.key(root.key()).generate(KeyKind.P384, random);
                Credential made = issuer.root(RootProfile.numbered(root.number()), key);
                CertificateFiles.write(root.certificate(), made.chain());
            }
            case Act.MakeRequest request -> {
                KeyPair key = plan.key(request.key()).generate(request.kind(), random);
                RequestFiles.write(request.request(), CertificateRequest.make(key));
            }
            case Act.SignStateCa ca ->
                sign(StateCaProfile.of(ca.state(), plan.zone()), ca.request(), ca.by(), ca.certificate());
            case Act.SignIssuingCa ca ->
                sign(IssuingCaProfile.of(ca.state(), ca.authority()), ca.request(), ca.by(), ca.certificate());
            case Act.SignLeaf leaf -> signLeaf(leaf);
            case Act.SignRevocationList list -> signList(list);
            case Act.RollOver roll -> rollOver(roll);
            case Act.DrawTrustState drawn ->
                write(drawn.document(), new TrustDrafter(plan.zone(), clock).draw(drawn.draft()));
            case Act.SignDocument signed -> signDocument(signed);
        }
    }

    private void signLeaf(Act.SignLeaf leaf) {
        IssuedKeys issued = IssuedKeys.of(leaf.by().certificate());
        if (issued.hold(RequestFiles.read(leaf.request()).key())) {
            throw new IssuingException(
                    "La clé de " + leaf.request()
                            + " a déjà été certifiée, et aucune clé ne l'est deux fois : faites une nouvelle demande.",
                    "The key of " + leaf.request()
                            + " was certified before, and no key is certified twice: make a new request.");
        }
        sign(LeafProfile.of(leaf.party(), plan.zone()), leaf.request(), leaf.by(), leaf.certificate());
        issued.note(certificate(leaf.certificate()));
    }

    private void sign(CertificateProfile profile, Path request, Signer by, Path certificate) {
        Credential authority = credential(by);
        X509Certificate issued =
                issuer.issue(profile, RequestFiles.read(request).key(), authority);
        List<X509Certificate> chain = new ArrayList<>(List.of(issued));
        if (!isRoot(authority.certificate())) {
            chain.addAll(authority.chain());
        }
        CertificateFiles.write(certificate, chain);
    }

    private void signList(Act.SignRevocationList act) {
        List<Revocation> revocations = act.revoked().stream()
                .map(one -> Revocation.of(certificate(one.certificate()), clock.instant(), one.reason()))
                .toList();
        RevocationListProfile profile =
                new RevocationListProfile(BigInteger.valueOf(act.number()), Optional.empty(), act.life(), revocations);
        X509CRL list = new RevocationListIssuer(clock).issue(profile, credential(act.by()));
        try {
            write(act.list(), list.getEncoded());
        } catch (CRLException e) {
            throw new IssuingException(
                    "La liste de révocation " + act.list()
                            + " ne peut être encodée : refaites-la sous un autre nom de fichier.",
                    "The revocation list " + act.list() + " cannot be encoded: make it anew under another file name.",
                    e);
        }
    }

    private void signDocument(Act.SignDocument act) {
        byte[] content = bytes(act.document());
        try {
            List<byte[]> signatures = act.by().stream()
                    .map(person -> QuorumSigner.sign(content, credential(person), clock.instant()))
                    .toList();
            write(act.signatures(), QuorumSigner.join(content, signatures));
        } catch (QuorumException e) {
            throw new CeremonyException(
                    act.document() + " ne peut être signé : " + e.french(),
                    act.document() + " cannot be signed: " + e.english(),
                    e);
        }
    }

    private void rollOver(Act.RollOver act) {
        Credential former = credential(act.former());
        Credential next = credential(act.next());
        requireNumber(next.certificate(), act.number());
        X509Certificate newWithOld =
                issuer.issue(CrossProfile.of(act.number()), next.certificate().getPublicKey(), former);
        X509Certificate oldWithNew = issuer.issue(
                CrossProfile.of(act.number() - 1), former.certificate().getPublicKey(), next);
        CertificateFiles.write(act.newWithOld(), List.of(newWithOld));
        CertificateFiles.write(act.oldWithNew(), List.of(oldWithNew));
    }

    private static void requireNumber(X509Certificate root, int number) {
        String expected = RootProfile.numbered(number).subject().toString();
        String found = X500Name.getInstance(root.getSubjectX500Principal().getEncoded())
                .toString();
        if (!found.equals(expected)) {
            throw new IssuingException(
                    "La racine suivante est " + found + ", mais le passage est vers " + expected
                            + " : nommez l'autre certificat, ou l'autre numéro.",
                    "The next root is " + found + ", but the rollover is to " + expected
                            + ": name the other certificate, or the other number.");
        }
    }

    private Credential credential(Signer signer) {
        return new Credential(plan.key(signer.key()).open(), CertificateFiles.read(signer.certificate()));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CeremonyException(
                    file + " ne peut être écrit : vérifiez le chemin, les droits, et qu'il n'existe pas déjà.",
                    file + " cannot be written: check the path, the permissions, and that it is not there already.",
                    e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MAX_DOCUMENT_BYTES) {
                throw new CeremonyException(
                        file + " est plus grand que ce qu'une cérémonie signe : donnez le document seul.",
                        file + " is larger than what a ceremony signs: give the document alone.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CeremonyException(
                    file + " ne peut être lu : le chemin est-il juste ?",
                    file + " cannot be read: is the path right?",
                    e);
        }
    }

    private static X509Certificate certificate(Path file) {
        return CertificateFiles.read(file).getFirst();
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
