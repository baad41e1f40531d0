package org.liptako.node.exchange.manifest;

import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * One regular file of a version.
 *
 * @param size bytes, as stored
 * @param mode POSIX permission bits, at most 0777, the owner may read: no set-user-id, set-group-id or sticky bit travels
 */
public record ManifestFile(ManifestPath path, long size, int mode) {
    public ManifestFile {
        if (size < 0 || mode < 0 || mode > 0777) {
            String numbers = size + ", " + Integer.toOctalString(mode);
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le fichier « " + path + " » a une taille négative ou des droits au-delà de 0777 (" + numbers
                            + ").",
                    "The file \"" + path + "\" has a negative size or a mode beyond 0777 (" + numbers + ").");
        }
        if ((mode & OWNER_READS) == 0) {
            throw Failure.of(
                    ErrorCode.MANIFEST_REFUSED,
                    "Le fichier « " + path
                            + " » n'est pas lisible par son propriétaire : aucun nœud ne pourrait en prouver"
                            + " la copie ; donnez-lui ce droit (chmod u+r).",
                    "The file \"" + path
                            + "\" cannot be read by its owner: no node could prove the copy; give it that right"
                            + " (chmod u+r).");
        }
    }

    private static final int OWNER_READS = 0400;

    /** How many chunks of at most this many bytes the file has; none if it is empty. */
    public long chunks(int chunkBytes) {
        return size / chunkBytes + (size % chunkBytes == 0 ? 0 : 1);
    }
}
