package org.liptako.pki.revocation;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.encoding.DirectoryName;

/** What a list says, by issuer and serial number of the certificate (RFC 5280 section 5.3). */
final class ListEntries {
    private final Map<Key, ListEntry> entries = new HashMap<>();
    private boolean unprocessed;

    private ListEntries() {}

    static ListEntries of(TBSCertList list, DirectoryName listIssuer, boolean indirect) throws RevocationListException {
        ListEntries read = new ListEntries();
        DirectoryName issuer = listIssuer;
        Enumeration<?> each = list.getRevokedCertificateEnumeration();
        while (each.hasMoreElements()) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) each.nextElement();
            @Nullable Extensions extensions = entry.hasExtensions() ? entry.getExtensions() : null;
            if (!ListExtensions.areShallow(extensions)) {
                throw RevocationList.malformed(
                        "l'extension d'une entrée est imbriquée trop profondément",
                        "an entry's extension is nested too deeply");
            }
            Optional<DirectoryName> told = issuerIn(extensions);
            if (told.isPresent() && !indirect) {
                throw RevocationList.malformed(
                        "une entrée nomme un autre émetteur, et la liste n'est pas indirecte",
                        "an entry names another issuer, and the list is not indirect");
            }
            // Section 5.3.3: an entry without an issuer has that of the entry before it.
            issuer = told.orElse(issuer);
            read.unprocessed |= !ListExtensions.areProcessed(extensions);
            read.entries.put(
                    new Key(issuer, entry.getUserCertificate().getValue()),
                    new ListEntry(reasonIn(extensions), ListTime.of(entry.getRevocationDate())));
        }
        return read;
    }

    Optional<ListEntry> about(DirectoryName issuer, BigInteger serial) {
        return Optional.ofNullable(entries.get(new Key(issuer, serial)));
    }

    /** The serial numbers of this issuer's certificates, but for those that a delta list takes off. */
    Set<BigInteger> serialsOf(DirectoryName issuer) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().issuer().equals(issuer)
                        && !entry.getValue().isRemoval())
                .map(entry -> entry.getKey().serial())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasUnprocessedExtension() {
        return unprocessed;
    }

    private static int reasonIn(@Nullable Extensions extensions) {
        @Nullable Extension reason = extensions == null ? null : extensions.getExtension(Extension.reasonCode);
        return reason == null
                ? 0
                : ASN1Enumerated.getInstance(reason.getParsedValue()).intValueExact();
    }

    private static Optional<DirectoryName> issuerIn(@Nullable Extensions extensions) throws RevocationListException {
        @Nullable Extension issuer = extensions == null ? null : extensions.getExtension(Extension.certificateIssuer);
        if (issuer == null) {
            return Optional.empty();
        }
        for (GeneralName name :
                GeneralNames.getInstance(issuer.getParsedValue()).getNames()) {
            if (name.getTagNo() == GeneralName.directoryName) {
                return Optional.of(DirectoryName.of(X500Name.getInstance(name.getName())));
            }
        }
        throw RevocationList.malformed(
                "l'émetteur d'une entrée n'est pas un nom d'annuaire", "an entry's issuer is not a directory name");
    }

    private record Key(DirectoryName issuer, BigInteger serial) {}

    /**
     * One entry.
     *
     * @param reason the CRLReason of section 5.3.1; 0 if it tells none
     * @param since the revocation date, on which only what was signed before depends
     */
    record ListEntry(int reason, Instant since) {
        private static final int REMOVE_FROM_CRL = 8;
        /** keyCompromise, cACompromise, aACompromise: who has the key may write any date. */
        private static final Set<Integer> COMPROMISES = Set.of(1, 2, 10);

        /** Whether what was signed at that time is believed no longer: what a person signed before losing an office stays good. */
        boolean ends(Instant signedAt) {
            return COMPROMISES.contains(reason) || !since.isAfter(signedAt);
        }

        /** In a delta list: what the complete list says of this certificate holds no more. */
        boolean isRemoval() {
            return reason == REMOVE_FROM_CRL;
        }
    }
}
