//! Builds anew when a template comes, goes or changes: the files are embedded, and the compiler knows only those it saw.

fn main() {
    println!("cargo:rerun-if-changed=templates");
}
