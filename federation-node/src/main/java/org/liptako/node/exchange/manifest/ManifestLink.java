package org.liptako.node.exchange.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/**
 * A symbolic link of a version.
 *
 * @param target as it is written on the disk: relative, names joined by {@code /}, {@code ..} among them; where it leads is for
 *     {@link FileList} to follow
 */
public record ManifestLink(ManifestPath path, String target) {
    private static final int MOST_SHOWN = 80;

    public ManifestLink {
        if (target.isEmpty() || target.startsWith("/")) {
            throw refused(path, target, "son chemin est absolu ou vide", "its target is absolute or empty");
        }
        if (target.getBytes(UTF_8).length > ManifestPath.MOST_PATH_BYTES) {
            throw refused(
                    path,
                    target,
                    "son chemin dépasse " + ManifestPath.MOST_PATH_BYTES + " octets",
                    "its target is longer than " + ManifestPath.MOST_PATH_BYTES + " bytes");
        }
        for (String name : target.split("/", -1)) {
            if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                ManifestPath.checkName(target, name);
            }
        }
    }

    Failure refused(String fr, String en) {
        return refused(path, target, fr, en);
    }

    private static Failure refused(ManifestPath path, String target, String fr, String en) {
        String shown = Printable.line(target, MOST_SHOWN);
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "Le lien « " + path + " » vers « " + shown + " » est refusé : " + fr
                        + " ; mettez à sa place ce qu'il désigne, ou retirez-le.",
                "The link \"" + path + "\" to \"" + shown + "\" is refused: " + en
                        + "; put what it stands for in its place, or take it out.");
    }
}
