package org.liptako.node.operations.availability;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.MaintenanceAnnounced;
import org.liptako.node.journal.event.MaintenanceCancelled;
import org.liptako.node.journal.event.MaintenanceId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.SiteId;

/** Announces planned maintenance of this site, and takes it back. What was not announced an hour before is no plan. Thread-safe. */
public final class MaintenanceDesk {
    /** So that every State that can be reached has read it before. */
    private static final Duration NOTICE = Duration.ofHours(1);

    private static final Duration FURTHEST = Duration.ofDays(366);
    static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_OPEN = 100;
    private static final int MOST_REASON = 200;

    private final Journal journal;
    private final AnnouncementStore announcements;
    private final SiteId site;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public MaintenanceDesk(Journal journal, AnnouncementStore announcements, SiteId site, InstantSource clock) {
        this.journal = journal;
        this.announcements = announcements;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Journals a maintenance of this site.
     *
     * @throws Failure INVALID_REQUEST unless it lies between an hour and a year ahead, and lasts seven days at most; TOO_MUCH if a hundred are open
     */
    public Announcement announce(Instant from, Instant until, String reason) {
        Instant now = clock.instant();
        mustBeAhead(from, until, now);
        if (reason.isBlank() || !reason.equals(Printable.line(reason, MOST_REASON))) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le motif de la maintenance est d'une ligne, de 1 à " + MOST_REASON + " caractères.",
                    "The reason of the maintenance is one line, of 1 to " + MOST_REASON + " characters.");
        }
        long open = announcements.open(now).stream()
                .filter(one -> one.site().equals(site))
                .count();
        if (open >= MOST_OPEN) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    MOST_OPEN + " maintenances de " + site + " sont déjà annoncées ; annulez-en avant d'en annoncer.",
                    MOST_OPEN + " maintenances of " + site + " are announced already; cancel some before announcing.");
        }
        MaintenanceId id = MaintenanceId.draw(journal.state(), random);
        journal.append(new MaintenanceAnnounced(
                journal.now(),
                id,
                site,
                from.truncatedTo(ChronoUnit.SECONDS),
                until.truncatedTo(ChronoUnit.SECONDS),
                reason));
        return announcements.find(journal.state(), id).orElseThrow();
    }

    private static void mustBeAhead(Instant from, Instant until, Instant now) {
        if (from.isBefore(now.plus(NOTICE)) || from.isAfter(now.plus(FURTHEST))) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Une maintenance s'annonce au moins une heure, au plus 366 jours, avant de commencer ; celle-ci"
                            + " commencerait le " + from + ". Ce qui n'est pas annoncé avant compte comme panne.",
                    "Maintenance is announced an hour at least, 366 days at most, before it begins; this would begin at "
                            + from + ". What is not announced before counts as an outage.");
        }
        if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Une maintenance finit après son début, au plus sept jours plus tard ; donnez une autre fin que "
                            + until + ".",
                    "Maintenance ends after it begins, seven days later at most; give another end than " + until + ".");
        }
    }

    /**
     * Journals that a maintenance of this site does not take place, or ends now.
     *
     * @throws Failure NOT_KNOWN if this State has announced none of that name, INVALID_REQUEST if it is over or was taken back, SITE_NOT_ENTITLED if it is another site's
     */
    public Announcement cancel(MaintenanceId id) {
        Announcement announced = announcements
                .find(journal.state(), id)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Aucune maintenance " + id + " n'est annoncée par cet État ; voyez liptako operations"
                                + " maintenance list.",
                        "This State has announced no maintenance " + id
                                + "; see liptako operations maintenance list."));
        if (!announced.site().equals(site)) {
            throw Failure.of(
                    ErrorCode.SITE_NOT_ENTITLED,
                    "La maintenance " + id + " est de " + announced.site() + " ; adressez-vous à son nœud.",
                    "Maintenance " + id + " is of " + announced.site() + "; turn to its node.");
        }
        if (!announced.isOpen(clock.instant())) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La maintenance " + id + " est passée, ou déjà annulée : il n'y a rien à annuler.",
                    "Maintenance " + id + " is over, or was cancelled already: there is nothing to cancel.");
        }
        journal.append(new MaintenanceCancelled(journal.now(), id, site));
        return announcements.find(journal.state(), id).orElseThrow();
    }

    /** What any site has announced and is not over; or the latest of all. */
    public List<Announcement> list(boolean all) {
        return all ? announcements.all() : announcements.open(clock.instant());
    }
}
