package org.liptako.node.exchange.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** What each holder brought, as one column of the database keeps it. */
final class ShareJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShareJson() {}

    static String write(List<HolderShare> shares) {
        try {
            return JSON.writeValueAsString(shares);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of records is JSON", e);
        }
    }

    static List<HolderShare> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<HolderShare>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column exchange_transfer.shares holds no list of shares.", e);
        }
    }
}
