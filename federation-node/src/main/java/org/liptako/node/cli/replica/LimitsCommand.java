package org.liptako.node.cli.replica;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.GetLimitsRequest;
import org.liptako.exchange.v1.GetLimitsResponse;
import org.liptako.exchange.v1.Limit;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.SetLimitsRequest;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Paragraph;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako replica limits}: how fast, and in which hours, copies move; shows it, or changes it while the node runs. */
@Command(name = "limits")
final class LimitsCommand extends NodeQuestion<GetLimitsResponse> {
    @Option(names = "--peer", paramLabel = "STATE", descriptionKey = "limitPeer")
    private @Nullable String peer;

    @Option(names = "--receive", paramLabel = "RATE", descriptionKey = "limitReceive")
    private @Nullable String receive;

    @Option(names = "--serve", paramLabel = "RATE", descriptionKey = "limitServe")
    private @Nullable String serve;

    @Option(names = "--windows", paramLabel = "HOURS", descriptionKey = "limitWindows")
    private @Nullable String windows;

    @Option(names = "--as-configured", descriptionKey = "limitAsConfigured")
    private boolean asConfigured;

    LimitsCommand() {}

    @Override
    protected GetLimitsResponse ask(NodeConnection node) {
        var service = node.service(ReplicaServiceGrpc::newBlockingStub);
        boolean changes = receive != null || serve != null || windows != null;
        if (changes && asConfigured) {
            throw CommandFailure.badInput(
                    "--as-configured oublie ce qui est réglé ; ne donnez pas d'autre réglage avec.",
                    "--as-configured forgets what was set; give nothing else to set with it.");
        }
        if (!changes && !asConfigured) {
            return service.getLimits(GetLimitsRequest.getDefaultInstance());
        }
        var set = service.setLimits(SetLimitsRequest.newBuilder()
                .setPeer(orEmpty(peer))
                .setReceive(orEmpty(receive))
                .setServe(orEmpty(serve))
                .setWindows(orEmpty(windows))
                .setAsConfigured(asConfigured)
                .build());
        return GetLimitsResponse.newBuilder().addAllLimits(set.getLimitsList()).build();
    }

    @Override
    protected void show(GetLimitsResponse answer, Screen screen) {
        List<Limit> limits = answer.getLimitsList();
        if (limits.isEmpty()) {
            screen.line("Aucune limite.", "No limit.");
        }
        limits.forEach(limit -> show(limit, screen));
    }

    private static void show(Limit limit, Screen screen) {
        Language language = screen.language();
        screen.line(limit.getPeer().isEmpty() ? language.choose("TOUS ENSEMBLE", "ALL TOGETHER") : limit.getPeer());
        Paragraph.print(
                screen,
                2,
                language.choose("recevoir : ", "receive: ")
                        + orNone(limit.getReceive(), language)
                        + language.choose(", servir : ", ", serve: ")
                        + orNone(limit.getServe(), language));
        if (!limit.getWindows().isEmpty()) {
            Paragraph.print(
                    screen,
                    2,
                    language.choose("heures (", "hours (") + limit.getZone() + ") : " + limit.getWindows() + ", "
                            + (limit.getOpenNow()
                                    ? language.choose("ouvertes", "open")
                                    : language.choose("fermées", "closed"))
                            + (limit.getNextChange().isEmpty()
                                    ? ""
                                    : language.choose(", prochain changement le ", ", next change ")
                                            + LocalTime.of(limit.getNextChange())));
        }
        Paragraph.print(
                screen,
                2,
                limit.getSetBy().isEmpty()
                        ? language.choose("selon la configuration", "as configured")
                        : language.choose("réglé par ", "set by ") + limit.getSetBy() + ", "
                                + LocalTime.of(limit.getSetAt()));
    }

    private static String orNone(String text, Language language) {
        return text.isEmpty() ? language.choose("sans limite", "no limit") : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
