package org.liptako.node.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.inquiry.CopyHistory.Said;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.ReplicaState;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Datasets by number, each with copies at home, in the other States and outside, which were granted, sealed, doubted, corrected afterwards and erased over some
 * years. The same number gives the same always, so that nothing need be remembered of ten million rows.
 *
 * @param secret the first so many are secret
 */
record TrialDatasets(int secret) {
    static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    private static final int SITES = 60;
    private static final List<String> OUTSIDE = List.of("FR-PAR", "US-VA", "DE-FRA", "XX-EU");
    private static final List<ReplicaStatus> COURSE =
            List.of(ReplicaStatus.GRANTED, ReplicaStatus.TRANSFERRING, ReplicaStatus.SEALED);
    private static final List<ReplicaStatus> END_OF_COURSE = List.of(ReplicaStatus.ERASING, ReplicaStatus.ERASED);

    /** Half of them Mali's, a fifth Niger's. */
    static State home(int number) {
        int tenth = number % 10;
        return tenth < 5 ? State.ML : tenth < 8 ? State.BF : State.NE;
    }

    static DatasetId id(int number) {
        return new DatasetId(String.format(Locale.ROOT, "%s-DS-%08d", home(number), number));
    }

    boolean isSecret(int number) {
        return number < secret;
    }

    Dataset dataset(int number) {
        return RegistryFixture.dataset(id(number), 1 + number % 500)
                .classifiedAs(isSecret(number) ? "SECRET" : "INTERNAL");
    }

    static List<Site> sites() {
        return Stream.concat(
                        Stream.of(State.values())
                                .flatMap(state -> IntStream.rangeClosed(1, SITES)
                                        .mapToObj(number -> RegistryFixture.site(
                                                member(state, number), Country.of(state), 1_000_000_000L))),
                        OUTSIDE.stream()
                                .flatMap(place -> IntStream.rangeClosed(1, SITES)
                                        .mapToObj(number -> RegistryFixture.site(
                                                new SiteId(place + "-" + number), country(place), null))))
                .toList();
    }

    private static SiteId member(State state, int number) {
        return new SiteId(switch (state) {
                    case ML -> "ML-BKO-";
                    case BF -> "BF-OUA-";
                    case NE -> "NE-NIM-";
                }
                + number);
    }

    private static Country country(String place) {
        return place.startsWith("XX") ? Country.UNKNOWN : new Country(place.substring(0, 2));
    }

    /** What each State has said of each copy: one at home, and up to four elsewhere or at home. */
    static List<CopyHistory> copies(int number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        State home = home(number);
        List<CopyHistory> copies = new ArrayList<>();
        int most = 1 + random.nextInt(5);
        for (int copy = 0; copy < most; copy++) {
            // Of sites, one in five: no two copies of a dataset lie at one.
            int place = 1 + copy * (SITES / 5) + random.nextInt(SITES / 5);
            int where = copy == 0 ? 0 : random.nextInt(20);
            if (where < 10) {
                copies.add(history(random, number, member(home, place), home, null));
            } else if (where < 17) {
                State host = Stream.of(State.values())
                        .filter(other -> other != home)
                        .toList()
                        .get(random.nextInt(2));
                GrantSerial serial = serial(number, copy);
                CopyHistory hosts = history(random, number, member(host, place), host, serial);
                copies.add(hosts);
                copies.add(
                        new CopyHistory(hosts.site(), home, false, hosts.all().subList(2, 3)));
            } else {
                SiteId site = new SiteId(OUTSIDE.get(random.nextInt(OUTSIDE.size())) + "-" + place);
                copies.add(history(random, number, site, home, null));
            }
        }
        return copies;
    }

    /** The grants that copies lie under. */
    static List<GrantSummary> grants(int number) {
        return copies(number).stream()
                .filter(CopyHistory::authoritative)
                .flatMap(copy ->
                        Optional.ofNullable(copy.all().getFirst().state().grant())
                                .map(serial -> grant(number, serial, copy))
                                .stream())
                .toList();
    }

    private static GrantSummary grant(int number, GrantSerial serial, CopyHistory copy) {
        Instant granted = copy.all().getFirst().recorded();
        return new GrantSummary(
                serial,
                new RequestId("request-" + number),
                home(number),
                new PlacementTerms(
                        id(number), "REPLICATE", copy.site(), Country.of(copy.saidBy()), null, null, true, true),
                root(number, 0),
                granted,
                granted.plus(Duration.ofDays(700)),
                RegistryFixture.RULES,
                List.of(new CitedRule("ML-COPIE-1", new Sentence("Copie", "Copy"), List.of("Loi, art. 1"))),
                List.of(home(number), copy.saidBy()));
    }

    private static CopyHistory history(
            Random random, int number, SiteId site, State saidBy, @Nullable GrantSerial serial) {
        boolean outside = site.state().isEmpty();
        List<ReplicaStatus> course = new ArrayList<>(outside ? List.of(ReplicaStatus.EXTERNAL) : COURSE);
        int doubts = random.nextInt(3);
        for (int doubt = 0; doubt < doubts; doubt++) {
            course.add(ReplicaStatus.UNPROVEN);
            course.add(outside ? ReplicaStatus.EXTERNAL : ReplicaStatus.SEALED);
        }
        if (random.nextInt(10) < 3) {
            course.addAll(END_OF_COURSE);
        }
        Country country = site.state().map(Country::of).orElseGet(() -> country(site.value()));
        List<Said> all = new ArrayList<>(course.size());
        Instant recorded = BEGIN.plus(Duration.ofHours(random.nextInt(12_000)));
        for (int i = 0; i < course.size(); i++) {
            recorded = recorded.plus(Duration.ofMinutes(60 + random.nextInt(120_000)));
            // One in four is learnt weeks afterwards, when other things have been said of that time.
            Duration late = i > 2 && random.nextInt(4) == 0
                    ? Duration.ofDays(20 + random.nextInt(60))
                    : Duration.ofMinutes(1 + random.nextInt(50));
            all.add(new Said(
                    recorded,
                    recorded.minus(late),
                    new ReplicaState(
                            course.get(i), country, serial, outside ? null : root(number, i / 4), serial != null)));
        }
        return new CopyHistory(site, saidBy, true, List.copyOf(all));
    }

    private static GrantSerial serial(int number, int copy) {
        return new GrantSerial(String.format(Locale.ROOT, "%s-%030x%02x", home(number), number, copy));
    }

    private static VersionRoot root(int number, int version) {
        return new VersionRoot(String.format(Locale.ROOT, "%056x%08x", number, version));
    }
}
