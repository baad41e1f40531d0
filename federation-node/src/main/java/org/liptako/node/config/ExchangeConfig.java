package org.liptako.node.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of copies are.
 *
 * @param storeDir the copies that the node holds; where a bucket holds them, what the node keeps beside it
 * @param publishDir below it lie the directories that an operator may publish
 * @param keysDir the keys of this State's datasets, and those to which courier disks are encrypted
 * @param courierDir below it lie the directories of courier disks, such as where they are mounted
 * @param bucket holds the copies, if there is one
 * @param verifyDisk whether every copy is read again from the disk before it is sealed
 * @param replacedStore what an operator says another store has replaced, if anything
 * @param keyToken guards the keys of this State's datasets, if there is one
 */
public record ExchangeConfig(
        Path storeDir,
        Path publishDir,
        Path keysDir,
        Path courierDir,
        @Nullable BucketConfig bucket,
        boolean verifyDisk,
        @Nullable ReplacedStore replacedStore,
        @Nullable KeyTokenConfig keyToken) {
    /** Copies in a directory, sealed as they came. */
    public ExchangeConfig(Path storeDir, Path publishDir, Path keysDir, Path courierDir) {
        this(storeDir, publishDir, keysDir, courierDir, null, false, null, null);
    }
}
