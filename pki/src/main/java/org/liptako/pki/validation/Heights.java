package org.liptako.pki.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.liptako.pki.encoding.DirectoryName;

/**
 * How many certificates stand above another at the least, the root included: by names, and by what is known of
 * signatures so far. From hence no way to a root is shorter.
 */
final class Heights {
    private final CertificateBag roots;
    private final CertificateBag bag;
    private final Predicate<ParsedCertificate> usable;
    private final BiPredicate<ParsedCertificate, ParsedCertificate> forged;
    private final Map<ParsedCertificate, Integer> known = new HashMap<>();

    /**
     * The heights in a bag.
     *
     * @param usable whether a certificate may issue
     * @param forged whether a certificate is known not to be signed by another
     */
    Heights(
            CertificateBag roots,
            CertificateBag bag,
            Predicate<ParsedCertificate> usable,
            BiPredicate<ParsedCertificate, ParsedCertificate> forged) {
        this.roots = roots;
        this.bag = bag;
        this.usable = usable;
        this.forged = forged;
        descend();
    }

    /** Empty if no way leads to a root. */
    OptionalInt of(ParsedCertificate certificate) {
        Integer height = known.get(certificate);
        return height == null ? OptionalInt.empty() : OptionalInt.of(height);
    }

    /** The height of one that is not in the bag itself; empty if no way leads to a root. */
    OptionalInt ofStranger(ParsedCertificate child) {
        if (roots.named(child.issuerName()).stream().anyMatch(root -> usable.test(root) && !forged.test(child, root))) {
            return OptionalInt.of(1);
        }
        return bag.named(child.issuerName()).stream()
                .filter(issuer -> known.containsKey(issuer) && !forged.test(child, issuer))
                .mapToInt(issuer -> known.getOrDefault(issuer, 0) + 1)
                .min();
    }

    /** Level by level from the roots; each certificate is met once, but for links known to be forged. */
    private void descend() {
        Map<DirectoryName, List<ParsedCertificate>> waiting = new HashMap<>();
        for (ParsedCertificate certificate : bag.all()) {
            waiting.computeIfAbsent(certificate.issuerName(), name -> new ArrayList<>())
                    .add(certificate);
        }
        Deque<ParsedCertificate> issuers = new ArrayDeque<>();
        roots.all().stream().filter(usable).forEach(issuers::add);
        while (!issuers.isEmpty()) {
            ParsedCertificate issuer = issuers.remove();
            int height = known.getOrDefault(issuer, 0) + 1;
            List<ParsedCertificate> notIts = new ArrayList<>();
            for (ParsedCertificate issued : waiting.getOrDefault(issuer.subjectName(), List.of())) {
                if (forged.test(issued, issuer)) {
                    notIts.add(issued);
                } else if (usable.test(issued)) {
                    known.put(issued, height);
                    issuers.add(issued);
                }
            }
            waiting.put(issuer.subjectName(), notIts);
        }
    }
}
