package org.liptako.node.exchange.queue;

/** How much a transfer matters beside the others; the first constants come first. */
public enum TransferPriority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    /**
     * The priority of a transfer that no operator has given one.
     *
     * @param operation what its grant allows, a code of the vocabulary
     */
    public static TransferPriority usual(String operation) {
        return switch (operation) {
            case "REPATRIATE" -> HIGH;
            case "BACKUP", "ARCHIVE" -> LOW;
            default -> NORMAL;
        };
    }
}
