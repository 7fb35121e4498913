//! A library of templates at work: files come in, a slice of a few milliseconds is done at a time, languages are fetched. Must not know
//! what is found.

use crate::browser::{self, Given, fetch_pack, inflate, now};
use crate::desk::Desk;
use crate::templates::library::Step;
use crate::templates::zip::{Entry, Packing, entries};
use crate::templates::{Fault, Library, Place, Reader, Trouble, is_zip, limits};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{Callback, hook, use_effect_with, use_state};

/// Milliseconds of work before the browser has its turn.
const SLICE: f64 = 8.0;
/// Milliseconds between two looks at the results while they come.
const REPAINT: f64 = 250.0;

/// The library, and what keeps it going. It stays while other pages are in front.
#[derive(Default)]
struct Inner {
    library: RefCell<Library>,
    desk: Option<Rc<Desk>>,
    next: RefCell<Option<Timeout>>,
    repaint: RefCell<Option<Callback<()>>>,
    painted: Cell<f64>,
}

/// A handle on the library. Two are equal if they are the same.
#[derive(Clone)]
pub(crate) struct Audit(Rc<Inner>);

impl PartialEq for Audit {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Audit {
    /// An empty library.
    pub(crate) fn new(desk: Option<Rc<Desk>>) -> Self {
        Self(Rc::new(Inner { library: RefCell::new(Library::new()), desk, ..Inner::default() }))
    }

    /// The engine, unless it could not be loaded.
    pub(crate) fn desk(&self) -> Option<&Rc<Desk>> {
        self.0.desk.as_ref()
    }

    /// Looks at the library.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Library) -> T) -> Option<T> {
        self.0.library.try_borrow().ok().map(|library| look(&library))
    }

    /// Changes the library, shows it, and goes on with the work.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Library)) {
        if let Ok(mut library) = self.0.library.try_borrow_mut() {
            change(&mut library);
        }
        self.show();
        self.go_on();
    }

    /// A callback that changes the library.
    pub(crate) fn on<T: 'static>(&self, change: impl Fn(&mut Library, T) + 'static) -> Callback<T> {
        let this = self.clone();
        Callback::from(move |value| this.change(|library| change(library, value)))
    }

    /// Takes in files, one after another.
    pub(crate) fn take(&self, files: Vec<Given>) {
        let this = self.clone();
        this.change(|library| library.expect(files.len()));
        spawn_local(async move {
            for file in files {
                this.take_one(&file).await;
                this.change(Library::came);
            }
        });
    }

    async fn take_one(&self, file: &Given) {
        let name = file.name();
        let fault = |fault| Err(Trouble::new(&name.as_str().into(), Place::Whole, fault));
        if file.size() > limits::FILE {
            return self.change(|library| library.add(fault(Fault::TooLarge)));
        }
        let Some(bytes) = file.bytes().await else {
            return self.change(|library| library.add(fault(Fault::Unreadable)));
        };
        if !is_zip(&name) {
            return self.change(|library| library.add(Reader::open(&name, &bytes)));
        }
        for entry in entries(&name, &bytes) {
            let reader = match entry {
                Ok(entry) => unpacked(&entry, &bytes).await,
                Err(trouble) => Err(trouble),
            };
            // The next slice shows it: an archive may hold thousands.
            drop(self.0.library.try_borrow_mut().map(|mut library| library.add(reader)));
            self.go_on();
        }
    }

    fn show(&self) {
        self.0.painted.set(now());
        let repaint = self.0.repaint.try_borrow().ok().and_then(|r| r.clone());
        if let Some(repaint) = repaint {
            repaint.emit(());
        }
    }

    /// Sets the next slice for when the browser has had its turn. Off the page the work rests.
    fn go_on(&self) {
        let is_shown = self.0.repaint.try_borrow().is_ok_and(|r| r.is_some());
        let this = self.clone();
        if let (true, Ok(mut next)) = (is_shown, self.0.next.try_borrow_mut()) {
            next.get_or_insert_with(|| Timeout::new(0, move || this.slice()));
        }
    }

    fn slice(&self) {
        drop(self.0.next.try_borrow_mut().map(|mut next| next.take()));
        let Some(desk) = self.desk().cloned() else { return };
        let until = now() + SLICE;
        let mut rests = false;
        while !rests && now() < until {
            let step = self.0.library.try_borrow_mut().map_or(Step::Rests, |mut library| library.step(&desk));
            match step {
                Step::Done => {}
                Step::Wants(lang) => self.fetch(lang),
                Step::Rests => rests = true,
            }
        }
        if rests || now() - self.0.painted.get() > REPAINT {
            self.show();
        }
        if !rests {
            self.go_on();
        }
    }

    fn fetch(&self, lang: Rc<str>) {
        let this = self.clone();
        spawn_local(async move {
            let file = fetch_pack(&lang).await;
            let learned = file.and_then(|file| this.desk().map_or(Ok(()), |desk| desk.learn(&lang, &file)));
            this.change(|library| library.arrived(&lang, learned.err().map(Rc::from)));
        });
    }
}

async fn unpacked(entry: &Entry, archive: &[u8]) -> Result<Reader, Trouble> {
    let packed = archive.get(entry.bytes.clone()).unwrap_or_default();
    let bytes = match entry.packing {
        Packing::Stored => Some(packed.to_vec()),
        Packing::Deflate => inflate(packed, entry.size).await,
    };
    match bytes {
        Some(bytes) => Reader::open(&entry.file, &bytes),
        None => Err(Trouble::new(&entry.file.as_str().into(), Place::Whole, Fault::Zip)),
    }
}

/// Paints the component anew whenever the library has changed, and keeps the work going while it is there.
#[hook]
pub(crate) fn use_audit(audit: &Audit) {
    let turn = use_state(|| 0_u32);
    let turns = Rc::new(Cell::new(0));
    use_effect_with(audit.clone(), move |audit| {
        let audit = audit.clone();
        let repaint = Callback::from(move |()| {
            turns.set(turns.get() + 1);
            turn.set(turns.get());
        });
        let set = |repaint| drop(audit.0.repaint.try_borrow_mut().map(|mut r| *r = repaint));
        set(Some(repaint));
        audit.go_on();
        let paste = {
            let audit = audit.clone();
            browser::on_paste(move |event| audit.paste(event))
        };
        move || {
            drop(paste);
            drop(audit.0.repaint.try_borrow_mut().map(|mut r| *r = None));
        }
    });
}

impl Audit {
    fn paste(&self, event: &yew::Event) {
        let Some((files, text)) = browser::pasted(event) else { return };
        if files.is_empty() {
            let name = crate::text::templates::texts().pasted;
            self.change(|library| library.give(Reader::pasted(name, text)));
        } else {
            self.take(files);
        }
    }
}
