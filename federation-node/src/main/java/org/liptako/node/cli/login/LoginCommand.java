package org.liptako.node.cli.login;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liptako.console.v1.OpenLinkRequest;
import org.liptako.console.v1.OpenLinkResponse;
import org.liptako.console.v1.SignInServiceGrpc;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako login}: has the node make a link that signs the caller in once, and prints or opens it. */
@Command(name = "login")
public final class LoginCommand extends NodeQuestion<OpenLinkResponse> {
    /** What opens an address in the reader's own browser, where a desktop is there (XDG). */
    private static final String OPENER = "xdg-open";

    /** In which an opener that finds no browser has said so, and a browser has read the page. */
    private static final int SECONDS = 3;

    @Option(names = "--open", descriptionKey = "loginOpen")
    private boolean open;

    LoginCommand() {}

    @Override
    protected OpenLinkResponse ask(NodeConnection node) {
        return node.service(SignInServiceGrpc::newBlockingStub).openLink(OpenLinkRequest.getDefaultInstance());
    }

    @Override
    protected void show(OpenLinkResponse answer, Screen screen) {
        String until = LocalTime.of(answer.getExpiresAt());
        if (open && isOpened(answer.getLink())) {
            screen.line(
                    "Le lien s'ouvre dans votre navigateur ; il vaut une fois, jusqu'au " + until + ".",
                    "The link opens in your browser; it is good for once, until " + until + ".");
            return;
        }
        if (open) {
            screen.remark(
                    "Aucun navigateur n'a pu être ouvert d'ici (" + OPENER + ") : ouvrez le lien vous-même.",
                    "No browser could be opened from here (" + OPENER + "): open the link yourself.");
        }
        screen.line(answer.getLink());
        screen.remark(
                "Ouvrez ce lien dans votre navigateur : il vaut une fois, jusqu'au " + until
                        + ", et pour qui l'a ; ne le transmettez à personne.",
                "Open this link in your browser: it is good for once, until " + until
                        + ", and for whoever has it; give it to nobody.");
    }

    /** By way of a file that nobody else may read: what stands on a command line, every user of the machine sees. The link in it is void soon. */
    private static boolean isOpened(String link) {
        try {
            Path page = Files.createTempFile("liptako-login", ".html");
            page.toFile().deleteOnExit();
            Files.writeString(
                    page,
                    "<!doctype html><meta http-equiv=\"refresh\" content=\"0;url="
                            + URI.create(link).toASCIIString() + "\">");
            Process opener = new ProcessBuilder(List.of(OPENER, page.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!opener.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
            if (opener.exitValue() != 0) {
                return false;
            }
            // It may have left the page to a browser that has yet to read it.
            TimeUnit.SECONDS.sleep(SECONDS);
            return true;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
