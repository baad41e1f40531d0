package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.OwnDistrust;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;

/**
 * A node, a person and a State CA are revoked while they are connected in every way there is, and so is a State that Mali alone believes no longer.
 *
 * <p>No transfer is a person's: bytes move between nodes, under a grant of two States, whoever asked for it. In its place stand the calls of people that last longest: a
 * regulator who follows a journal, an operator whose questions have no end, an officer who is uploading the law.
 */
@Timeout(90)
class RevocationIT {
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final List<String> table = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void whoeverIsRevokedIsRefusedInEverySituationAndTheRestNoticeNothing(TestReporter figures) throws Exception {
        SignedTrustState first = TrialTrust.next(null, Set.of());
        List<X509Certificate> revoked = new ArrayList<>();
        try (RevocationScene scene = new RevocationScene(directory)) {
            scene.bring(List.of(first), TrialTrust.lists(1, List.of()));
            try (Bystanders others = new Bystanders(scene)) {
                Runnable distrust = () -> scene.trust().distrust(new OwnDistrust(Set.of(stateCa(State.NE))));
                refuses("State on Mali's own list", ofNode(scene, State.NE), distrust);
                others.areServed();
                scene.trust().distrust(OwnDistrust.NONE);

                Credential leaf = TrialRegion.of(TrialRegion.someone(State.BF, Role.NODE));
                revoked.add(leaf.certificate());
                List<PublishedList> ofLeaf = TrialTrust.lists(2, revoked);
                refuses("certificate of a node", ofNode(scene, State.BF, leaf), () -> scene.bring(List.of(), ofLeaf));
                others.areServed();

                Map<String, RevokedCaller> people = ofPeople(scene, revoked);
                List<PublishedList> ofPeople = TrialTrust.lists(3, revoked);
                refuses("certificate of a person", people, () -> scene.bring(List.of(), ofPeople));
                others.areServed();

                SignedTrustState second = TrialTrust.next(first, Set.of(State.NE));
                refuses("State CA", ofNode(scene, State.NE), () -> scene.bring(List.of(second), List.of()));
                others.areServed();
                figures.publishEntry("refused", "\n" + String.join("\n", table));
                figures.publishEntry("others", others.toString());
            }
        }
        assertThat(table).hasSize(18);
        assertThat(TrialTrust.of(TrialRegion.node(State.ML, Clock.systemUTC()), directory.resolve("trust"))
                        .number())
                .as("after a restart")
                .isEqualTo(2);
    }

    @Test
    void noStateRevokesAnotherAlone() {
        NodeTrust trust = TrialTrust.of(TrialRegion.node(State.ML, Clock.systemUTC()), directory);
        SignedTrustState first = TrialTrust.next(null, Set.of());
        trust.take(List.of(first), List.of());
        SignedTrustState forged =
                new SignedTrustState(TrialTrust.next(first, Set.of(State.NE)).content(), first.signatures());

        assertThat(trust.take(List.of(forged), List.of())).hasSize(1);
        assertThat(trust.number()).isEqualTo(1);
    }

    private static Map<String, RevokedCaller> ofNode(RevocationScene scene, State state) throws Exception {
        return ofNode(scene, state, TrialRegion.node(state, Clock.systemUTC()).credential());
    }

    private static Map<String, RevokedCaller> ofNode(RevocationScene scene, State state, Credential node)
            throws Exception {
        RunningStream<?, ?> transfer = scene.transfer(state, node);
        Map<String, RevokedCaller> callers = usual(scene, node);
        callers.put("running transfer", transfer);
        await().until(() -> transfer.messages() == 1);
        return callers;
    }

    private static Map<String, RevokedCaller> ofPeople(RevocationScene scene, List<X509Certificate> revoked)
            throws Exception {
        Credential regulator = TrialRegion.of(TrialRegion.someone(State.ML, Role.REGULATOR));
        Credential operator = TrialRegion.of(TrialRegion.someone(State.ML, Role.OPERATOR));
        Credential officer = TrialRegion.of(TrialRegion.someone(State.ML, Role.OFFICER));
        for (Credential person : List.of(regulator, operator, officer)) {
            revoked.add(person.certificate());
        }
        Map<String, RevokedCaller> callers = usual(scene, regulator);
        RunningStream<?, ?> following = scene.following(regulator);
        RunningStream<?, ?> checking = scene.checking(operator);
        callers.put("journal followed", following);
        callers.put("checks without end", checking);
        callers.put("upload half sent", scene.uploading(officer));
        await().until(() -> following.messages() == 1 && checking.messages() == 1);
        return callers;
    }

    /** Connected in each way that needs no stream. */
    private static Map<String, RevokedCaller> usual(RevocationScene scene, Credential caller) throws Exception {
        Map<String, RevokedCaller> callers = new LinkedHashMap<>();
        ConnectionInUse used = scene.inUse(caller);
        ResumingClient resuming = scene.resuming(caller);
        callers.put("idle connection", scene.idle(caller));
        callers.put("connection in use", used);
        callers.put("resumes a session", resuming);
        await().until(() -> used.answers() > 0 && resuming.connections() > 0);
        return callers;
    }

    private void refuses(String kind, Map<String, RevokedCaller> callers, Runnable act) throws Exception {
        assertThat(callers.values()).noneMatch(RevokedCaller::isRefused);
        long began = System.nanoTime();
        act.run();
        callers.values().stream()
                .filter(RunningStream.class::isInstance)
                .forEach(stream -> ((RunningStream<?, ?>) stream).takeRest());
        for (Map.Entry<String, RevokedCaller> caller : callers.entrySet()) {
            RevokedCaller.Refusal refusal = caller.getValue().refusal(AT_MOST);
            Duration took = Duration.ofNanos(refusal.at() - began);
            assertThat(took).as(kind + ", " + caller.getKey()).isPositive().isLessThan(AT_MOST);
            assertThat(refusal.reason()).doesNotContain("completed");
            table.add("%-25s %-19s %5d ms  %s".formatted(kind, caller.getKey(), took.toMillis(), refusal.reason()));
        }
        callers.values().forEach(RevokedCaller::close);
    }

    private static Digest stateCa(State state) {
        return Digest.over(
                TrustMessages.encoded(TrialRegion.tree().stateCa(state).read().certificate())
                        .toByteArray());
    }
}
