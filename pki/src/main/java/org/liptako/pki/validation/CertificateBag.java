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

/** Certificates that might issue others, by their subject. */
final class CertificateBag {
    private final Map<DirectoryName, List<ParsedCertificate>> bySubject = new HashMap<>();

    CertificateBag(Collection<ParsedCertificate> certificates) {
        for (ParsedCertificate certificate : certificates) {
            bySubject
                    .computeIfAbsent(certificate.subjectName(), name -> new ArrayList<>())
                    .add(certificate);
        }
    }

    /**
     * Those of them that a chain of names connects with one of the roots.
     *
     * <p>The rest is never worth a signature check; a hostile bag is mostly rest.
     */
    CertificateBag reachableFrom(Collection<ParsedCertificate> roots) {
        Map<DirectoryName, List<ParsedCertificate>> byIssuer = new HashMap<>();
        for (List<ParsedCertificate> namesakes : bySubject.values()) {
            for (ParsedCertificate certificate : namesakes) {
                byIssuer.computeIfAbsent(certificate.issuerName(), name -> new ArrayList<>())
                        .add(certificate);
            }
        }
        Set<DirectoryName> reached = new HashSet<>();
        Deque<DirectoryName> names = new ArrayDeque<>();
        roots.forEach(root -> names.add(root.subjectName()));
        List<ParsedCertificate> reachable = new ArrayList<>();
        while (!names.isEmpty()) {
            DirectoryName name = names.remove();
            if (reached.add(name)) {
                for (ParsedCertificate issued : byIssuer.getOrDefault(name, List.of())) {
                    reachable.add(issued);
                    names.add(issued.subjectName());
                }
            }
        }
        return new CertificateBag(reachable);
    }

    List<ParsedCertificate> named(DirectoryName name) {
        return bySubject.getOrDefault(name, List.of());
    }

    /** Those that may have issued {@code child}; where key identifiers fit first (RFC 4158 section 3.5.12). */
    List<ParsedCertificate> issuersOf(ParsedCertificate child) {
        List<ParsedCertificate> issuers = new ArrayList<>();
        int pointedAt = 0;
        for (ParsedCertificate candidate : named(child.issuerName())) {
            issuers.add(child.isPointedAt(candidate) ? pointedAt++ : issuers.size(), candidate);
        }
        return issuers;
    }
}
