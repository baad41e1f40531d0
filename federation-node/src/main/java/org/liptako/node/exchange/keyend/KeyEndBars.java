package org.liptako.node.exchange.keyend;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.node.registry.PublishedVersion;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/**
 * What keeps a key from being destroyed, for that cannot be undone: a judicial hold, a time for which the dataset must be kept, a duty on a copy of it that is
 * not discharged, and that no proved copy in clear would remain. What is not known bars too.
 */
final class KeyEndBars {
    private static final int MOST_SHOWN = 80;

    private final SiteRecord own;
    private final Registers registers;
    private final Duties duties;

    KeyEndBars(SiteRecord own, Registers registers, Duties duties) {
        this.own = own;
        this.registers = registers;
        this.duties = duties;
    }

    /** @throws Failure NOT_READY naming the first thing that bars */
    void check(KeyOrder order, Instant now) {
        checkHold(order.dataset(), now);
        checkRetention(order.dataset(), now);
        checkDuties(order.dataset());
        if (!order.evenTheLast()) {
            checkReadable(order.dataset());
        }
    }

    private void checkHold(DatasetId dataset, Instant now) {
        Optional<HoldRecorded> hold = registers.holdEntry(dataset, now).filter(HoldRecorded::held);
        if (hold.isPresent()) {
            String reference = Printable.line(hold.get().reference(), MOST_SHOWN);
            throw barred(
                    dataset + " est sous gel judiciaire (" + reference + ")",
                    dataset + " is under judicial hold (" + reference + ")");
        }
        if (registers.hold(dataset, now).isEmpty()) {
            throw barred(
                    "rien ne dit si " + dataset
                            + " est sous gel judiciaire ; l'État doit déclarer qu'il tient ce registre",
                    "nothing says whether " + dataset
                            + " is under judicial hold; the State must declare that it keeps this register");
        }
    }

    private void checkRetention(DatasetId dataset, Instant now) {
        Instant until = registers
                .retainedUntil(dataset, now)
                .orElseThrow(() -> barred(
                        "rien ne dit jusqu'à quand " + dataset
                                + " doit être conservé ; inscrivez-le au registre des durées de conservation",
                        "nothing says until when " + dataset
                                + " must be kept; record it in the register of retentions"));
        if (now.isBefore(until)) {
            throw barred(dataset + " doit être conservé jusqu'au " + until, dataset + " must be kept until " + until);
        }
    }

    private void checkDuties(DatasetId dataset) {
        DutyFilter filter = new DutyFilter(
                Set.of(DutyStatus.OVERDUE, DutyStatus.OPEN), Optional.empty(), Optional.of(dataset), Optional.empty());
        for (Duty duty : duties.list(filter, DutyPage.first(1))) {
            throw barred(
                    "une obligation n'est pas acquittée : " + duty.label().fr() + " (" + duty.rule() + ", site "
                            + duty.about().site() + ")",
                    "a duty is not discharged: " + duty.label().en() + " (" + duty.rule() + ", site "
                            + duty.about().site() + ")");
        }
    }

    /**
     * Every encrypted copy must have its version proved in clear somewhere. Of a version that is not the latest, the registry does not know the form in clear.
     */
    private void checkReadable(DatasetId dataset) {
        Optional<PublishedVersion> latest = own.registry().latestVersion(dataset);
        Set<VersionRoot> clear = sealed(dataset, false);
        Set<VersionRoot> encrypted = sealed(dataset, true);
        boolean proved =
                latest.map(PublishedVersion::root).filter(clear::contains).isPresent();
        encrypted.removeIf(root ->
                latest.map(PublishedVersion::encryptedRoot).filter(root::equals).isPresent());
        if (!proved || !encrypted.isEmpty()) {
            throw barred(
                    "aucune copie en clair prouvée de " + dataset
                            + " ne resterait, ou pas de chaque version chiffrée ; si c'est voulu, dites-le dans l'ordre"
                            + " (--even-the-last)",
                    "no proved copy of " + dataset
                            + " in clear would remain, or not of each encrypted version; if that is meant, say so in the"
                            + " order (--even-the-last)");
        }
    }

    /** What the States say that lies on their own soil; what was only published is claimed. */
    private Set<VersionRoot> sealed(DatasetId dataset, boolean encrypted) {
        List<ReplicaStatement> words = own.registry().replicas(dataset);
        return words.stream()
                .filter(copy -> copy.authoritative()
                        && !copy.isDoubtedAtHome(words)
                        && copy.state().status() == ReplicaStatus.SEALED
                        && copy.state().encrypted() == encrypted)
                .flatMap(copy -> Optional.ofNullable(copy.state().versionRoot()).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Failure barred(String fr, String en) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "La clé n'est pas détruite : " + fr + ".",
                "The key is not destroyed: " + en + ".");
    }
}
