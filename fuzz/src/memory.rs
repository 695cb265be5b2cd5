//! The memory of a worker: past it an allocation fails in the place that asks, so that it is known who asked.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

/// As much as a worker has.
const WORKER: usize = 1 << 30;

static USED: AtomicUsize = AtomicUsize::new(0);
static LIMIT: AtomicUsize = AtomicUsize::new(usize::MAX);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// From now on as much may be used as a worker has, beside what is in use already.
pub(crate) fn begin() {
    LIMIT.store(USED.load(Ordering::Relaxed) + WORKER, Ordering::Relaxed);
}

fn take(size: usize) -> bool {
    let used = USED.fetch_add(size, Ordering::Relaxed);
    let enough = used.checked_add(size).is_some_and(|sum| sum <= LIMIT.load(Ordering::Relaxed));
    if !enough {
        give(size);
    }
    enough
}

fn give(size: usize) {
    USED.fetch_sub(size, Ordering::Relaxed);
}

// SAFETY: every call goes to the system's allocator unchanged, or returns null.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if take(layout.size()) { unsafe { System.alloc(layout) } } else { std::ptr::null_mut() }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if take(layout.size()) { unsafe { System.alloc_zeroed(layout) } } else { std::ptr::null_mut() }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        give(layout.size());
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !take(size) {
            return std::ptr::null_mut();
        }
        give(layout.size());
        unsafe { System.realloc(at, layout, size) }
    }
}
