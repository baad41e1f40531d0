package org.liptako.node.identity;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.liptako.pki.enrolment.DirectoryTicketStore;
import org.liptako.pki.enrolment.EnrolmentDesk;
import org.liptako.pki.enrolment.EnrolmentTerms;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.enrolment.StateAuthorities;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;

/** The files of a node of the trial region whose certificates live for seconds, and the desk that gives it the next. */
public final class TrialNodeFiles implements AutoCloseable {
    /** Certificates begin that long before they are issued. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final CredentialFiles files;
    private final NodeIdentity identity;
    private final CredentialWatch watch;
    private final EnrolmentDesk desk;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    /** A node whose certificate ends after this life, or ended already where that is negative. */
    public TrialNodeFiles(Path directory, State state, Duration first, Duration following) {
        Party party = Party.at(TrialRegion.capital(state), Role.NODE, "1");
        Credential ca = TrialRegion.tree().issuingCa(state, Authority.NODE_CA).read();
        files = CredentialFiles.named(made(directory.resolve(state.name())), "node");
        files.write(issue(party, ca, first));
        Clock clock = Clock.systemUTC();
        identity = NodeIdentity.read(files, TrialRegion.tree().root().certificate(), party, TrialRegion.ZONE, clock);
        watch = new CredentialWatch(identity, files, clock, new SimpleMeterRegistry(), clockwork);
        desk = new EnrolmentDesk(
                new StateAuthorities(state, TrialRegion.ZONE, Map.of(Authority.NODE_CA, ca), List.of()),
                new CertificateIssuer(clock, new SecureRandom()),
                new DirectoryTicketStore(directory.resolve("tickets"), TrialRegion.ZONE),
                new EnrolmentTerms(
                        Duration.ofDays(1), SKEW.plus(following), leaf -> false, IssuedKeys.of(files.certificate())),
                clock);
    }

    public CredentialFiles files() {
        return files;
    }

    public NodeIdentity identity() {
        return identity;
    }

    public CredentialWatch watch() {
        return watch;
    }

    /** For calling as this node. */
    public TlsContexts tls() {
        Clock clock = Clock.systemUTC();
        TlsRefusals refusals = new TlsRefusals(new SimpleMeterRegistry(), clock);
        return new TlsContexts(identity, new CallerTrust(identity.trust(), refusals, clock), refusals, clock);
    }

    public EnrolmentDesk desk() {
        return desk;
    }

    private static Credential issue(Party party, Credential ca, Duration life) {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        return issuer.issue(new LeafProfile(party, TrialRegion.ZONE, SKEW.plus(life)), issuer.newKey(KeyKind.P256), ca);
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
