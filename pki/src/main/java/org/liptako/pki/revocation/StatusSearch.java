package org.liptako.pki.revocation;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.encoding.DirectoryName;

/** RFC 5280 section 6.3.3: the status of one certificate by the lists at hand. For one search only. */
final class StatusSearch {
    private static final int MOST_POINTS = 32;

    /** By number; lists of version 1 have none, and go by their time. */
    private static final Comparator<RevocationList> AGE = Comparator.comparing(
                    (RevocationList list) -> list.number().orElse(BigInteger.valueOf(-1)))
            .thenComparing(list -> list.number().isPresent() ? Instant.EPOCH : list.thisUpdate());

    private final RevocationLists lists;
    private final StatusQuestion question;
    private final ListSigners signers;
    private final Map<RevocationList, Optional<VerifyingKey>> known = new HashMap<>();
    private final Map<RevocationList, List<RevocationList>> deltas = new HashMap<>();
    private final Set<RevocationReason> covered = EnumSet.noneOf(RevocationReason.class);
    private String why = "no list of its issuer";

    StatusSearch(RevocationLists lists, StatusQuestion question, ListSigners signers) {
        this.lists = lists;
        this.question = question;
        this.signers = signers;
    }

    CertificateStatus status() {
        List<CertificatePoint> points = CertificatePoint.of(question.points(), question.issuer());
        if (points.size() > MOST_POINTS) {
            return new CertificateStatus.Unknown("it has more distribution points than allowed");
        }
        for (CertificatePoint point : points) {
            // Of several complete lists of one scope the newest that is good speaks; of two that are as new, and of
            // lists
            // of several scopes, all do: whoever is on one is revoked, in whatever order they come.
            Map<ListScope, RevocationList> spoken = new HashMap<>();
            for (RevocationList complete : completeListsFor(point)) {
                RevocationList newest = spoken.getOrDefault(complete.scope(), complete);
                if (AGE.compare(newest, complete) <= 0) {
                    Optional<VerifyingKey> signer = signerOf(complete);
                    if (signer.isPresent()) {
                        spoken.put(complete.scope(), complete);
                        Optional<ListEntries.ListEntry> entry = entryIn(complete, signer.get());
                        if (entry.isPresent()) {
                            return new CertificateStatus.Revoked(
                                    entry.get().reason(), entry.get().since());
                        }
                        covered.addAll(reasonsOf(complete, point));
                    }
                }
            }
        }
        return covered.containsAll(RevocationReason.ALL)
                ? new CertificateStatus.Good()
                : new CertificateStatus.Unknown(why);
    }

    private List<RevocationList> completeListsFor(CertificatePoint point) {
        return lists.of(point.listIssuer()).stream()
                .filter(list -> list.base().isEmpty())
                .filter(list -> list.scope().indirect() || !point.indirect())
                .filter(list -> list.scope().includes(point, question.authority()))
                .sorted(AGE.reversed())
                .toList();
    }

    private static Set<RevocationReason> reasonsOf(RevocationList list, CertificatePoint point) {
        Set<RevocationReason> both = EnumSet.noneOf(RevocationReason.class);
        both.addAll(list.scope().reasons());
        both.retainAll(point.reasons());
        return both;
    }

    private Optional<VerifyingKey> signerOf(RevocationList list) {
        Optional<String> defect = list.defect(question.asOf(list));
        // What a current delta list continues is as current as the delta (section 5.2.4).
        Optional<String> staleness = list.staleness(question.asOf(list));
        if (defect.isPresent() || (staleness.isPresent() && deltasOf(list).isEmpty())) {
            why = "of its issuer's list: " + defect.or(() -> staleness).orElseThrow();
            return Optional.empty();
        }
        Optional<VerifyingKey> signer = known.computeIfAbsent(list, signers::signerOf);
        if (signer.isEmpty()) {
            why = "of its issuer's list: nobody who may has signed it";
            return signer;
        }
        if (staleness.isPresent() && deltaOf(list, signer.get()).isEmpty()) {
            why = "of its issuer's list: " + staleness.get();
            return Optional.empty();
        }
        return signer;
    }

    /** The delta list's word goes before the complete one's. */
    private Optional<ListEntries.ListEntry> entryIn(RevocationList complete, VerifyingKey signer) {
        DirectoryName issuer = DirectoryName.of(question.issuer());
        Optional<ListEntries.ListEntry> newer =
                deltaOf(complete, signer).flatMap(delta -> delta.entries().about(issuer, question.serial()));
        return newer.or(() -> complete.entries().about(issuer, question.serial()))
                .filter(entry -> !entry.isRemoval())
                .filter(entry -> !question.ofSignature() || entry.ends(question.at()));
    }

    private Optional<RevocationList> deltaOf(RevocationList complete, VerifyingKey signer) {
        return deltasOf(complete).stream()
                .filter(delta -> signers.isSignedBy(delta, signer))
                .findFirst();
    }

    /** Current delta lists that say they continue a complete one, whoever signed them; the newest first. */
    private List<RevocationList> deltasOf(RevocationList complete) {
        return deltas.computeIfAbsent(complete, this::findDeltas);
    }

    private List<RevocationList> findDeltas(RevocationList complete) {
        return lists.of(complete.issuerName()).stream()
                .filter(list -> list.base().isPresent())
                .filter(delta -> delta.defect(question.asOf(delta)).isEmpty()
                        && delta.staleness(question.asOf(delta)).isEmpty())
                .filter(complete::isContinuedBy)
                .sorted(AGE.reversed())
                .toList();
    }
}
