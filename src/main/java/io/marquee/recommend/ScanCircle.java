package io.marquee.recommend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A pass over the blocks of all items that begins again at its end, for all who ask meanwhile: who comes gets on at the next
 * block and off where they got on. So a block is read from memory once for all of them, and nobody waits for others to come
 * or to be done. One of the waiting threads scans; with its own answer it hands over to another.
 */
final class ScanCircle {

    /** Groups under way; more users wait to get on. */
    private static final int MOST_GROUPS = 8;

    private final RoundedProducts products;
    private final List<ScanGroup> groups = new ArrayList<>();
    private final Deque<ScanQuestion> arriving = new ArrayDeque<>();
    private final AtomicInteger asking = new AtomicInteger();
    private boolean led;
    private int block;

    ScanCircle(RoundedProducts products) {
        this.products = products;
    }

    /** How many ask. */
    int asking() {
        return asking.get();
    }

    /** Estimates of all items for a user, up to a number that is the same for all; blocks meanwhile. */
    float[] estimates(float[] share) {
        asking.incrementAndGet();
        boolean interrupted = false;
        try {
            ScanQuestion own = new ScanQuestion(products.round(share), products.items());
            arrive(own);
            while (!own.done()) {
                if (own.leads()) {
                    lead(own);
                } else {
                    LockSupport.park(this);
                    interrupted |= Thread.interrupted();
                }
            }
            return own.answer();
        } finally {
            asking.decrementAndGet();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void arrive(ScanQuestion question) {
        arriving.add(question);
        if (!led) {
            led = true;
            question.lead();
        }
    }

    private void lead(ScanQuestion own) {
        boolean scanned = false;
        try {
            while (!own.done()) {
                admit();
                products.estimate(block, groups);
                for (ScanGroup group : groups) {
                    group.hand(block, products.blocks());
                }
                block = (block + 1) % products.blocks();
            }
            scanned = true;
        } finally {
            leave(scanned);
        }
    }

    private synchronized void admit() {
        while (!arriving.isEmpty() && seated(arriving.peek())) {
            arriving.remove();
        }
    }

    private boolean seated(ScanQuestion question) {
        for (ScanGroup group : groups) {
            if (group.seat(question)) {
                return true;
            }
        }
        if (groups.size() == MOST_GROUPS) {
            return false;
        }
        groups.add(new ScanGroup(products.units(), products.block()));
        return seated(question);
    }

    /** @param scanned false after a failure, which all who are under way share */
    private synchronized void leave(boolean scanned) {
        if (!scanned) {
            groups.forEach(ScanGroup::dismiss);
            arriving.forEach(ScanQuestion::fail);
            arriving.clear();
        }
        ScanQuestion next = arriving.peek();
        for (ScanGroup group : groups) {
            next = group.anyone() == null ? next : group.anyone();
        }
        led = next != null;
        if (led) {
            next.lead();
        }
    }
}
