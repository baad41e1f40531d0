package org.liptako.node.placement.duty;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;

/** Puts the register of duties together: what reads it, what takes discharges, what answers. */
@Factory
public final class DutyFactory {
    @Singleton
    public Duties duties(Jdbi jdbi, Clock clock, MeterRegistry meters) {
        Duties duties = new Duties(jdbi, clock);
        new DutyMeter(duties, clock).register(meters);
        return duties;
    }

    @Singleton
    public DutyEndpoint dutyEndpoint(Jdbi jdbi, Journal journal, Duties duties) {
        return new DutyEndpoint(duties, new DutyDesk(jdbi, journal, duties));
    }
}
