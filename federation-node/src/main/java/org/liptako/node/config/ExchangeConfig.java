package org.liptako.node.config;

import java.nio.file.Path;

/**
 * Where the bytes of copies are.
 *
 * @param storeDir the copies that the node holds
 * @param publishDir below it lie the directories that an operator may publish
 * @param keysDir the keys of this State's datasets, and those to which courier disks are encrypted
 * @param courierDir below it lie the directories of courier disks, such as where they are mounted
 */
public record ExchangeConfig(Path storeDir, Path publishDir, Path keysDir, Path courierDir) {}
