package org.liptako.pki.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.pki.encoding.DirectoryName;
import org.liptako.pki.revocation.RevocationList;

/** Certificates that might issue others, by their subject. For one search only; not thread-safe. */
final class CertificateBag {
    private final List<ParsedCertificate> all;
    private final Map<DirectoryName, List<ParsedCertificate>> bySubject = new HashMap<>();
    private final Map<ParsedCertificate, List<ParsedCertificate>> issuers = new HashMap<>();

    CertificateBag(Collection<ParsedCertificate> certificates) {
        this.all = List.copyOf(certificates);
        for (ParsedCertificate certificate : certificates) {
            bySubject
                    .computeIfAbsent(certificate.subjectName(), name -> new ArrayList<>())
                    .add(certificate);
        }
    }

    /**
     * Those of them that a chain of names leads to from {@code leaf}.
     *
     * <p>The rest is never worth a look; many a bag is mostly rest.
     */
    CertificateBag above(ParsedCertificate leaf) {
        Set<DirectoryName> reached = new HashSet<>();
        Deque<DirectoryName> names = new ArrayDeque<>(List.of(leaf.issuerName()));
        List<ParsedCertificate> above = new ArrayList<>();
        while (!names.isEmpty()) {
            DirectoryName name = names.remove();
            if (reached.add(name)) {
                above.addAll(named(name));
                named(name).forEach(issuer -> names.add(issuer.issuerName()));
            }
        }
        return new CertificateBag(above);
    }

    List<ParsedCertificate> all() {
        return all;
    }

    boolean holds(ParsedCertificate certificate) {
        return named(certificate.subjectName()).contains(certificate);
    }

    List<ParsedCertificate> named(DirectoryName name) {
        return bySubject.getOrDefault(name, List.of());
    }

    /** Those that may have signed a list; where key identifiers fit first. */
    List<ParsedCertificate> signersOf(RevocationList list) {
        List<ParsedCertificate> signers = new ArrayList<>();
        int pointedAt = 0;
        for (ParsedCertificate candidate : named(list.issuerName())) {
            boolean fits = candidate.hasKeyIdentifier(list.issuerKeyIdentifier());
            signers.add(fits ? pointedAt++ : signers.size(), candidate);
        }
        return signers;
    }

    /** Those that may have issued {@code child}; where key identifiers fit first (RFC 4158 section 3.5.12). */
    List<ParsedCertificate> issuersOf(ParsedCertificate child) {
        return issuers.computeIfAbsent(child, this::findIssuers);
    }

    private List<ParsedCertificate> findIssuers(ParsedCertificate child) {
        List<ParsedCertificate> found = new ArrayList<>();
        int pointedAt = 0;
        for (ParsedCertificate candidate : named(child.issuerName())) {
            found.add(child.isPointedAt(candidate) ? pointedAt++ : found.size(), candidate);
        }
        return found;
    }
}
