package org.liptako.node.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.pki.name.State;

/** Reads what a configuration says of how fast, and in which hours, copies move. */
record PaceSettings(SettingsFile file) {
    PaceConfig pace(NodeConfig node) {
        ZoneId zone = file.orElse("liptako.exchange.time-zone", capitalTime(node.state()), PaceSettings::zone);
        List<LimitConfig> limits = new ArrayList<>();
        int count = file.items("liptako.exchange.limits");
        for (int number = 0; number < count; number++) {
            String item = "liptako.exchange.limits[" + number + "].";
            LimitConfig limit = limit(item, zone);
            if (limits.stream().anyMatch(other -> other.peer().equals(limit.peer()))
                    || limit.peer().equals(Optional.of(node.state()))) {
                throw file.refused(
                        "la clé « " + item + "peer » nomme l'État du nœud, ou ce qu'une limite précédente nomme déjà",
                        "the key " + item + "peer names the node's own State, or what a limit before names already");
            }
            limits.add(limit);
        }
        return new PaceConfig(zone, limits);
    }

    private LimitConfig limit(String item, ZoneId zone) {
        return new LimitConfig(
                file.required(item + "peer", PaceSettings::stateOrAll),
                file.orElse(item + "receive", Optional.empty(), text -> Optional.of(ByteRate.of(text))),
                file.orElse(item + "serve", Optional.empty(), text -> Optional.of(ByteRate.of(text))),
                file.orElse(item + "windows", new DailyWindows(List.of(), zone), text -> DailyWindows.of(text, zone)));
    }

    private static Optional<State> stateOrAll(String text) {
        return text.equals("all") ? Optional.empty() : Optional.of(SettingTypes.state(text));
    }

    private static ZoneId capitalTime(State state) {
        return ZoneId.of(
                switch (state) {
                    case ML -> "Africa/Bamako";
                    case BF -> "Africa/Ouagadougou";
                    case NE -> "Africa/Niamey";
                });
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Africa/Niamey", e);
        }
    }
}
