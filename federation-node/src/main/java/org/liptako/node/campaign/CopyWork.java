package org.liptako.node.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.liptako.node.campaign.ListedProof.Progress;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.node.exchange.publication.Publication;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.RepatriationProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.placement.Homecoming;
import org.liptako.node.placement.watch.Withdrawals;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;

/**
 * Brings one copy from its arrival to its seal: held against the list, published, granted, read again from the disk, sealed. Each step is journaled before the next
 * begins, so that whoever goes on after a stop begins with the first that is not. Thread-safe.
 */
final class CopyWork {
    private static final int REQUEST_DIGITS = 40;

    private final SiteRecord own;
    private final Path publishDirectory;
    private final PublishDesk publications;
    private final PublishedVersions published;
    private final Homecoming homecoming;
    private final CampaignStore store = new CampaignStore();

    CopyWork(
            SiteRecord own,
            Path publishDirectory,
            PublishDesk publications,
            PublishedVersions published,
            Homecoming homecoming) {
        this.own = own;
        this.publishDirectory = publishDirectory;
        this.publications = publications;
        this.published = published;
        this.homecoming = homecoming;
    }

    /**
     * Goes on with a copy as far as it goes.
     *
     * @throws Failure with the reason why it does not go on now
     */
    void goOn(CampaignKey key, Progress progress) throws IOException {
        RepatriatedCopy copy = find(key);
        if (copy.stage() == RepatriationStage.COPYING) {
            prove(copy, progress);
            copy = find(key);
        }
        if (copy.stage() == RepatriationStage.PROVED) {
            seal(copy);
        }
    }

    private RepatriatedCopy find(CampaignKey key) {
        return own.jdbi().withHandle(handle -> store.copy(handle, key)).orElseThrow();
    }

    private void prove(RepatriatedCopy copy, Progress progress) throws IOException {
        Arrival arrival = copy.arrival().orElseThrow();
        Listing listing = Listing.read(publishDirectory, arrival.listing());
        mustBeTheOneNamed(arrival, listing.digest());
        ListedProof proof = new ListedProof(listing, progress);
        proof.arrived(publications.arrived(arrival.origin()));
        mustStillCome(copy);
        VersionPublished version =
                publications.publish(new Publication(copy.dataset(), arrival.origin(), false, false), progress::goesOn);
        progress.goesOn();
        mustStillCome(copy);
        Homecoming.Grant grant = homecoming.ask(operator(arrival), request(copy, version), copy.dataset(), own.site());
        if (!grant.version().equals(Optional.of(version.versionRoot()))) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Une autre version de " + copy.dataset() + " a été publiée entre-temps ; il sera réessayé.",
                    "Another version of " + copy.dataset() + " was published meanwhile; it is tried again.");
        }
        HeldVersion held = published
                .find(new DatasetVersion(copy.dataset(), version.versionRoot()))
                .orElseThrow(() -> new IllegalStateException("What was published is not there."));
        proof.proved(held);
        say(copy, held.manifest().header(), grant);
    }

    /** Progress asks at times only; of a copy that has left its campaign meanwhile nothing is published or granted. */
    private void mustStillCome(RepatriatedCopy copy) {
        if (find(copy.key()).stage() != RepatriationStage.COPYING) {
            throw new CancellationException("it is no longer to come");
        }
    }

    private static void mustBeTheOneNamed(Arrival arrival, Digest read) {
        if (!read.equals(arrival.listed())) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La liste « " + arrival.listing() + " » n'est plus celle que le journal nomme (SHA-256 "
                            + arrival.listed() + ") ; remettez-la, ou relancez « liptako campaign run ».",
                    "The list \"" + arrival.listing() + "\" is no longer the one that the journal names (SHA-256 "
                            + arrival.listed() + "); put it back, or run \"liptako campaign run\" again.");
        }
    }

    private void say(RepatriatedCopy copy, ManifestHeader header, Homecoming.Grant grant) {
        own.journal()
                .appendUnsaid(handle -> store.copy(handle, copy.key())
                        .filter(now -> now.stage() == RepatriationStage.COPYING)
                        .filter(now -> now.arrival().equals(copy.arrival()))
                        .map(now -> List.<JournalEvent>of(new RepatriationProved(
                                own.journal().now(),
                                copy.campaign(),
                                copy.dataset(),
                                copy.site(),
                                own.site(),
                                grant.serial(),
                                header.root(),
                                header.files(),
                                header.bytes(),
                                header.chunks(),
                                now.arrival().orElseThrow().listed())))
                        .orElse(List.of()));
    }

    private void seal(RepatriatedCopy copy) throws IOException {
        ProvedCopy proved = copy.proved().orElseThrow();
        mustNotBeWithdrawn(proved);
        HeldVersion held = published
                .find(new DatasetVersion(copy.dataset(), proved.version()))
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_READY,
                        "La version prouvée de " + copy.dataset() + " n'est plus au site " + own.site() + ".",
                        "The proved version of " + copy.dataset() + " is no longer at site " + own.site() + "."));
        int chunks = held.manifest().header().chunks();
        own.journal()
                .appendUnsaid(handle -> store.copy(handle, copy.key())
                        .filter(now -> now.stage() == RepatriationStage.PROVED)
                        .filter(now -> store.find(handle, now.campaign())
                                .filter(campaign -> !campaign.paused())
                                .isPresent())
                        .map(now -> List.<JournalEvent>of(new ReplicaSealed(
                                own.journal().now(),
                                proved.grant(),
                                copy.dataset(),
                                own.site(),
                                proved.version(),
                                chunks,
                                false)))
                        .orElse(List.of()));
    }

    /** A campaign may have been held, or the node have stood still, since the grant was given. */
    private void mustNotBeWithdrawn(ProvedCopy proved) {
        new Withdrawals(own.jdbi()).of(proved.grant(), own.site()).ifPresent(why -> {
            throw new Failure(ErrorCode.NOT_READY, why);
        });
    }

    /** The one who has said where the bytes are put. */
    private Party operator(Arrival arrival) {
        String by = arrival.by();
        return Party.at(own.site(), Role.OPERATOR, by.substring(by.lastIndexOf(' ') + 1));
    }

    /** The same however often it is asked, until the next day: what the rules refuse today they may permit tomorrow. */
    private RequestId request(RepatriatedCopy copy, VersionPublished version) {
        String day = LocalDate.ofInstant(own.clock().instant(), ZoneOffset.UTC).toString();
        String all = String.join(
                "\n",
                copy.campaign().value(),
                copy.dataset().value(),
                copy.site().value(),
                version.versionRoot().value(),
                day);
        return new RequestId("campaign-"
                + Digest.over(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, REQUEST_DIGITS));
    }
}
